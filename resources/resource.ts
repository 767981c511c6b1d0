import type { ArtifactEngine } from '../model/assembly';
import type { Level } from '../model/level';

/** A JSON object as read from an artifact. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** Keys and indexes that lead from a value to one inside it. */
export type Steps = readonly (string | number)[];

/** Where an object stands in a file. */
export interface Artifact {
  readonly file: string;
  readonly engine: ArtifactEngine;
  readonly address: string;
  /** The steps to it in the file: the document, then those inside.
   * @default - the address tells
   */
  readonly steps?: Steps | undefined;
}

/** One object read back from an artifact, whatever engine wrote it, in the shape of its own API. */
export interface Resource {
  /** `<cluster or site>/<Kind>/<namespace or ->/<name>`: unique in an assembly, and what findings and exceptions name. */
  readonly id: string;
  /** `v1`, `apps/v1`, …; `cloudformation` for AWS resource types. */
  readonly apiVersion: string;
  /** Kubernetes kind, or the CloudFormation type. */
  readonly kind: string;
  readonly name: string;
  /** @default - cluster-scoped, or not of Kubernetes */
  readonly namespace?: string | undefined;
  /** @default - not in a cluster */
  readonly cluster?: string | undefined;
  readonly site: string;
  /** The object as its API server would get it; Terraform resources are turned back into Kubernetes objects. */
  readonly body: JsonObject;
  readonly artifact: Artifact;
  /** The engine's own arguments beside the object (Terraform: lifecycle, count, provisioner, …).
   * @default - none
   */
  readonly engineArguments?: JsonObject | undefined;
  /** Path in the construct tree; empty when the manifest doesn't know the object. */
  readonly constructPath: string;
  /** Where the fact stands that caused it, `file:line`; empty when the manifest doesn't know the object. */
  readonly source: string;
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
  /** @default - belongs to no zone */
  readonly zone?: string | undefined;
  /** @default - serves all levels */
  readonly level?: Level | undefined;
}
