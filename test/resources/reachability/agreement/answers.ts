import { valueOf } from '../../../../model/problem';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { askFlow } from '../../../../resources/reachability/query/ask-flow';
import type { NetworkProfile } from '../../../../resources/reachability/solve/bind-rules';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import type { JsonObject, Resource } from '../../../../resources/resource';
import type { Verdict } from '../oracle/brute-force';
import { resourceOf } from './resource-of';

/** What the engine says of some resources. */
export interface Answered {
  /** Its verdict on each flow, by the text of the flow: `a/caller > a/called 80/TCP`. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Where each trouble is. */
  readonly troubles: readonly string[];
}

/** What the engine says of flows between the workloads of some resources. */
export function answersOf(
  resources: readonly Resource[],
  flows: readonly string[],
  profile: NetworkProfile = { blocksTakePods: 'never' },
): Answered {
  const cluster = readCluster(resources);
  const reachability = new Reachability(cluster, profile);
  const asked = flows.map((text) => {
    const [from = '', , to = '', port = ''] = text.split(' ');
    return [text, valueOf(askFlow(reachability, { from, to, port })).verdict] as const;
  });
  return { verdicts: Object.fromEntries(asked), troubles: cluster.troubles.map(({ where }) => where) };
}

/** Expects the verdicts of flows where some objects are malformed, and where the troubles are. */
export function expectAnswers(
  objects: readonly JsonObject[],
  verdicts: Readonly<Record<string, Verdict>>,
  troubles: readonly string[],
): void {
  expect(answersOf(objects.map(resourceOf), Object.keys(verdicts))).toEqual({ verdicts, troubles });
}
