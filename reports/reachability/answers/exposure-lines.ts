import type { Flow } from '../../../resources/reachability/query/flows';
import type { Exposure, OpenSide } from '../../../resources/view/reachability/exposure';
import { pairTexts } from '../flow-lines';
import type { PagePart } from './page';

/** A line of JSON of an exposure: a flow, or where the pod is open to everybody. */
export type WrittenExposure =
  | (Flow & { readonly kind: 'flow' })
  | (OpenSide & { readonly kind: 'open'; readonly pod: string });

/** An exposure as it is written in JSON: what is open to everybody first. */
export function writtenExposure({ name, flows, open }: Exposure): readonly WrittenExposure[] {
  return [
    ...open.map((one) => ({ kind: 'open' as const, pod: name, ...one })),
    ...flows.map((one) => ({ kind: 'flow' as const, ...one })),
  ];
}

/** An exposure as a page: what is open to everybody, what holds for every pod, and what depends on its labels. */
export function exposureParts({ name, flows, open }: Exposure): readonly PagePart[] {
  const head = `a pod that somebody makes in ${name.slice(0, name.indexOf('/'))}, with any labels, stands here as ${name}`;
  const of = (verdict: Flow['verdict'], isFrom: boolean): readonly Flow[] =>
    flows.filter((one) => one.verdict === verdict && (isFrom ? one.from === name : one.from !== name));
  const part = (text: string, own: readonly Flow[]): PagePart => {
    const items = [...pairTexts(own)].map((line) => [line]);
    return { head: items.length === 0 ? `${text}: nothing` : `${text} (${items.length})`, items };
  };
  return [
    { head, items: [] },
    ...open.map((one) => ({ head: openText(one), items: [] })),
    part('called for certain by', of('allowed', false)),
    part('calls for certain', of('allowed', true)),
    part('called by, as its labels or what nobody can tell have it', of('depends', false)),
    part('calls, as its labels or what nobody can tell have it', of('depends', true)),
    { head: 'a pod with the address of its node (hostNetwork) is held by none of this', items: [] },
  ];
}

const OPEN_TEXTS = {
  ingress: { pods: 'lets in any pod', outside: 'lets in any address outside' },
  egress: { pods: 'is let out to any pod', outside: 'is let out to any address outside' },
} as const;

function openText({ direction, side }: OpenSide): string {
  return `finding: whatever its labels, it ${OPEN_TEXTS[direction][side]}, on some port at least`;
}
