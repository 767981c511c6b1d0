import type { Level } from './level';

/** Which engine reads a file of the assembly; `model` files are read by us. */
export type ArtifactEngine = 'terraform' | 'kubernetes' | 'cloudformation';

/** One written object, with where it came from and whom it serves. */
export interface ManifestObject {
  /** Address inside its file: the Terraform resource address, `Kind/namespace/name`, or the logical id. */
  readonly address: string;
  readonly constructPath: string;
  /** Owner tenant.
   * @default - belongs to the platform
   */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
  /** @default - belongs to no zone */
  readonly zone?: string | undefined;
  /** @default - serves all levels */
  readonly level?: Level | undefined;
  /** Where the fact stands that caused it: `file:line`. */
  readonly source: string;
}

/** One written file. */
export interface ManifestFile {
  /** Relative to the assembly, with `/`. */
  readonly path: string;
  readonly engine: ArtifactEngine;
  readonly site: string;
  /** Cluster that the file is for.
   * @default - not for a cluster
   */
  readonly cluster?: string | undefined;
  /** @default - not part of a shard */
  readonly shard?: string | undefined;
  /** Order of application inside a cluster, from 0.
   * @default - has no waves
   */
  readonly wave?: number | undefined;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  readonly objects: readonly ManifestObject[];
}

/** A fact file as people wrote it. */
export interface StatedFile {
  /** Path from the root of the project. */
  readonly file: string;
  /** What it exports: what JSON can hold. */
  readonly value: unknown;
  /** The line of each value inside it, by JSON pointer (RFC 6901). */
  readonly lines: Readonly<Record<string, number>>;
}

/** `facts.json`: every fact file by its path in the environment without extension, such as `systems/data/land-database`. */
export type StatedFacts = Readonly<Record<string, StatedFile>>;

/** `manifest.json`: every file and object of an assembly; `digest` is that of the canonical rest. */
export interface Manifest {
  readonly formatVersion: 1;
  readonly environment: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly modelDigest: string;
  /** Digest of `facts.json`. */
  readonly factsDigest: string;
  readonly files: readonly ManifestFile[];
  /** Where the facts of flows, exchanges and exceptions stand, which no file has as objects: `file:line` by the path of the fact.
   * @default - not told
   */
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly digest: string;
}
