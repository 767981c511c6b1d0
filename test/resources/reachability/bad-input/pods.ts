import type { JsonObject } from '../../../../resources/resource';
import { networkPolicy, pod } from '../agreement/expect-flows';

/** Two pods of one namespace, and a flow between them. */
export const pods = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];

/** The flow from one to the other. */
export const BETWEEN = 'a/caller > a/called 80/TCP';

/** A flow from outside to the same port. */
export const OUTSIDE = '10.0.0.1 > a/called 80/TCP';

/** A malformed part, and where its trouble is. */
export type Case = readonly [what: string, written: string, where: string];

/** A NetworkPolicy about the pod that is called. */
export function aboutCalled(spec: string): JsonObject {
  return networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ${spec}}`, 'refused');
}

/** A policy that closes the namespace. */
export const closed = networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress]}', 'closed');

/** A policy that opens the namespace. */
export const open = networkPolicy('a', '{podSelector: {}, ingress: [{}]}', 'open');
