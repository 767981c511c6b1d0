import { defineTarget } from '../../language/target';
import type { GitRepository } from '../../shapes/flux-source';

/** Git repositories that Flux pulls from. */
export default defineTarget<GitRepository>({
  name: 'git-repositories',
  namespaced: true,
  shapes: [
    {
      name: 'source',
      kinds: [{ kind: 'GitRepository', group: 'source.toolkit.fluxcd.io', version: 'v1', resource: 'gitrepositories' }],
    },
  ],
  healthy: { spec: { interval: '5m', url: 'https://git.example.vn/web' } },
});
