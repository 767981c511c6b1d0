import { failure, success, type Result } from '../../model/problem';
import type { Assembly } from '../../resources/assembly';
import type { FirstTenants } from '../wave/first-tenants';
import { planWaves } from '../wave/plan-waves';
import type { GitopsEngine } from './define-engine';
import { planClusters } from './plan-clusters';
import type { FoundationOwner, PulledCluster } from './pulled-cluster';
import { refuseAssembly, refuseClusters } from './refuse-assembly';
import type { Repository } from './repository';
import { buildTree } from './tree/build-tree';
import type { ExportMark } from './tree/export-mark';

/** What an export is made for. */
export interface ExportRequest {
  readonly engine: { readonly id: string; readonly engine: GitopsEngine };
  readonly foundation: FoundationOwner;
  readonly repository: Repository;
  readonly first: FirstTenants;
}

/** An export in memory. */
export interface GitopsExport {
  readonly mark: ExportMark;
  readonly clusters: readonly PulledCluster[];
  /** Number of objects that stay with CloudFormation. */
  readonly notDelivered: number;
  /** Text of every file by its path from the root of the tree, with `/`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Turns an assembly into a tree that clusters pull; the same assembly and request give the same bytes. */
export function exportGitops(assembly: Assembly, request: ExportRequest): Result<GitopsExport> {
  const { engine, foundation, repository, first } = request;
  const plan = planWaves(assembly, first);
  const clusters = planClusters(plan, foundation);
  const problems = [...refuseAssembly(assembly), ...refuseClusters(clusters)];
  if (problems.length > 0) return failure(problems);
  const { url, revision, path, promotion } = repository;
  const mark: ExportMark = {
    formatVersion: 1,
    environment: assembly.environment,
    assemblyDigest: assembly.digest,
    engine: engine.id,
    foundation,
    repository: { url, revision, path, promotion },
    pulledSteps: clusters
      .flatMap(({ waves }) => waves.flatMap(({ parts }) => parts.map(({ step }) => step)))
      .toSorted(),
  };
  const notDelivered = plan.notDelivered.length;
  const imageRegistry = assembly.model.nation.imageRegistry;
  const files = buildTree({ mark, clusters, engine: engine.engine, repository, notDelivered, imageRegistry });
  return success({ mark, clusters, notDelivered, files });
}
