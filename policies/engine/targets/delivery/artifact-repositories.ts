import { defineTarget } from '../../language/target';
import type { HelmRepository } from '../../shapes/flux-source';

const GROUP = 'source.toolkit.fluxcd.io';

/** Registries of charts and artifacts that Flux pulls from; what is read of both is in the schema of either. */
export default defineTarget<HelmRepository>({
  name: 'artifact-repositories',
  namespaced: true,
  shapes: [
    {
      name: 'source',
      kinds: [
        { kind: 'HelmRepository', group: GROUP, version: 'v1', resource: 'helmrepositories' },
        { kind: 'OCIRepository', group: GROUP, version: 'v1', resource: 'ocirepositories' },
      ],
    },
  ],
  healthy: { spec: { interval: '5m', url: 'oci://registry.example.vn/charts' } },
});
