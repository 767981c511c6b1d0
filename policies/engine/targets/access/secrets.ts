import { defineTarget } from '../../language/target';
import type { Secret } from '../../shapes/kubernetes';

/** Secrets. */
export default defineTarget<Secret>({
  name: 'secrets',
  namespaced: true,
  shapes: [{ name: 'secret', kinds: [{ kind: 'Secret', group: '', version: 'v1', resource: 'secrets' }] }],
  healthy: { type: 'Opaque' },
});
