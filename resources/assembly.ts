import type { ArtifactEngine, StatedFacts } from '../model/assembly';
import type { Model } from '../model/model';
import type { JsonObject, Resource } from './resource';
import type { TextPosition } from './text-position';

/** How an assembly on disk departs from its manifest, or can't be read whole. */
export type IntegrityKind =
  | 'digest-differs'
  | 'manifest-digest-differs'
  | 'model-digest-differs'
  | 'facts-digest-differs'
  | 'missing-file'
  | 'unlisted-file'
  | 'symbolic-link'
  | 'unreadable-file'
  | 'unread-section'
  | 'missing-object'
  | 'unlisted-object'
  | 'duplicate-object';

/** One departure of an assembly from its manifest; each one makes the gate fail, by name. */
export interface IntegrityFinding {
  readonly kind: IntegrityKind;
  /** Path in the assembly. */
  readonly file: string;
  /** Address of the object in its file; empty when the file as a whole is meant. */
  readonly address: string;
  /** What was found, in few words. */
  readonly detail: string;
  /** Where in the file it was found.
   * @default - not known, or the file as a whole
   */
  readonly position?: TextPosition | undefined;
}

/** One file of an assembly as read. */
export interface AssemblyFile {
  readonly path: string;
  readonly engine: ArtifactEngine;
  readonly site: string;
  /** @default - not for a cluster */
  readonly cluster?: string | undefined;
  /** @default - not part of a shard */
  readonly shard?: string | undefined;
  /** @default - has no waves */
  readonly wave?: number | undefined;
  readonly digest: string;
  /** What a Terraform file holds beside resources: `terraform` (backend, required providers), `provider`, ….
   * @default - not of Terraform
   */
  readonly terraformConfig?: JsonObject | undefined;
  /** What a CloudFormation template holds beside `Resources`.
   * @default - not of CloudFormation
   */
  readonly templateConfig?: JsonObject | undefined;
}

/** A whole assembly, read back from disk; resources and files are sorted by id and path. */
export interface Assembly {
  readonly environment: string;
  /** The digest that the manifest states for the whole. */
  readonly digest: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly model: Model;
  /** What people wrote, of which the model was made. */
  readonly facts: StatedFacts;
  /** Where facts of the model stand that no object was made from: `file:line` by the path of the fact.
   * @default - not told
   */
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly files: readonly AssemblyFile[];
  readonly resources: readonly Resource[];
  readonly integrity: readonly IntegrityFinding[];
  /** Kinds and types that no dialect knows; their objects are among the resources as written. */
  readonly unknownKinds: readonly string[];
}
