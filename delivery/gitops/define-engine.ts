import type { Text } from '../../model/text';
import type { JsonObject } from '../../resources/resource';
import type { PulledCluster } from './pulled-cluster';
import type { Repository } from './repository';

/** One file of objects that an engine needs; written as YAML, one document an object. */
export interface EngineFile {
  /** File name with its extension. */
  readonly name: string;
  readonly objects: readonly JsonObject[];
}

/** What an engine is told. */
export interface EngineInput {
  readonly cluster: PulledCluster;
  readonly repository: Repository;
}

/** What the guide of an engine is told. */
export interface GuideInput {
  readonly repository: Repository;
  /** Host, with port and path, that images may come from. */
  readonly imageRegistry: string;
}

/** One step of the guide to start a cluster; commands see the shell variable `CLUSTER`. */
export interface GuideStep {
  readonly does: Text;
  readonly commands: readonly string[];
}

/** An engine inside each cluster that pulls its part of the tree; its name is its file's. */
export interface GitopsEngine {
  readonly title: string;
  /** What a person with all rights applies once, and again when it changes; the engine never applies it to itself. */
  bootstrap(input: EngineInput): readonly EngineFile[];
  /** What the engine keeps by itself from the tree: one object for each part, with its order. */
  objects(input: EngineInput): readonly EngineFile[];
  guide(input: GuideInput): readonly GuideStep[];
}

/** Makes an engine. */
export function defineGitopsEngine(engine: GitopsEngine): GitopsEngine {
  return Object.freeze(engine);
}

/** The folder of a cluster that a person applies. */
export function bootstrapFolder({ folder }: PulledCluster): string {
  return `${folder}/bootstrap`;
}

/** The folder of a cluster that its engine reads its own objects from. */
export function engineFolder({ folder }: PulledCluster): string {
  return `${folder}/engine`;
}
