import type { GitopsEngine } from '../define-engine';
import type { PulledCluster } from '../pulled-cluster';
import type { Repository } from '../repository';
import type { ExportMark } from './export-mark';

/** What a tree is built from. */
export interface TreeInput {
  readonly mark: ExportMark;
  readonly clusters: readonly PulledCluster[];
  readonly engine: GitopsEngine;
  readonly repository: Repository;
  readonly notDelivered: number;
  readonly imageRegistry: string;
}
