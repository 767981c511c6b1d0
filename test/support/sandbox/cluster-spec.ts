import type { ClusterSpec } from '../../../sandbox/control-plane/sandbox-spec';

/** A small control plane; bend any part of it. */
export function clusterSpec(bend: Partial<ClusterSpec> = {}): ClusterSpec {
  return {
    name: 'one',
    release: 'v1.36.3',
    hosts: ['api.one.example'],
    podBlocks: ['10.0.0.0/16', 'fd00:1::/56'],
    serviceBlocks: ['10.1.0.0/20', 'fd00:2::/112'],
    apiServer: [],
    controllerManager: [],
    scheduler: [],
    etcd: [],
    files: [],
    nodes: [],
    deployerRules: [],
    definitions: [],
    ...bend,
  };
}
