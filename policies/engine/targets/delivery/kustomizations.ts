import { defineTarget } from '../../language/target';
import type { Kustomization } from '../../shapes/flux-kustomize';

/** Folders of a source that Flux applies to a cluster. */
export default defineTarget<Kustomization>({
  name: 'kustomizations',
  namespaced: true,
  shapes: [
    {
      name: 'folder',
      kinds: [
        { kind: 'Kustomization', group: 'kustomize.toolkit.fluxcd.io', version: 'v1', resource: 'kustomizations' },
      ],
    },
  ],
  healthy: {
    spec: {
      interval: '10m',
      prune: false,
      force: false,
      serviceAccountName: 'web',
      sourceRef: { kind: 'GitRepository', name: 'web' },
    },
  },
});
