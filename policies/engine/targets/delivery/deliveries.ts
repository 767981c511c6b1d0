import { defineTarget } from '../../language/target';
import type { Kustomization } from '../../shapes/flux-kustomize';

/** What Flux applies to a cluster, from a folder or from a chart; what is read of both is in the schema of either. */
export default defineTarget<Kustomization>({
  name: 'deliveries',
  namespaced: true,
  shapes: [
    {
      name: 'folder',
      kinds: [
        {
          kind: 'Kustomization',
          group: 'kustomize.toolkit.fluxcd.io',
          version: 'v1',
          resource: 'kustomizations',
          frame: { spec: { prune: false, sourceRef: { kind: 'GitRepository', name: 'web' } } },
        },
      ],
    },
    {
      name: 'chart',
      kinds: [
        {
          kind: 'HelmRelease',
          group: 'helm.toolkit.fluxcd.io',
          version: 'v2',
          resource: 'helmreleases',
          frame: { spec: { chartRef: { kind: 'OCIRepository', name: 'web' } } },
        },
      ],
    },
  ],
  healthy: { spec: { interval: '10m', serviceAccountName: 'web' } },
});
