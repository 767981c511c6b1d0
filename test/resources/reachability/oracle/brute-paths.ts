import { protocols } from '../../../../resources/reachability/traffic/traffic';
import { judge, type Verdict } from './brute-force';
import type { End, Pod } from './matching';
import { portsOf, type Objects } from './random-cluster';
import type { Question } from './verdicts';

/** What becomes of the best flow from one end to another over all ports at which something may change. */
export function bestVerdict(objects: Objects, [from, to]: readonly [End, End], plugin: Question['plugin']): Verdict {
  let best: Verdict = 'denied';
  for (const protocol of protocols) {
    for (const port of portsOf(objects)) {
      const verdict = judge(objects, { from, to, protocol, port }, plugin);
      if (verdict === 'allowed') return verdict;
      if (verdict === 'depends') best = verdict;
    }
  }
  return best;
}

/** Whether something passes from one end to another; ends are called by their names. */
export type Passes = (from: string, to: string) => boolean;

/** How many steps lead at least from each end to each other, by trying every way: `from to` to a number, if there is one. */
export function leastSteps(names: readonly string[], passes: Passes): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const from of names) for (const to of names) if (from !== to && passes(from, to)) steps.set(`${from} ${to}`, 1);
  for (const by of names) {
    for (const from of names) {
      for (const to of names) {
        const [first, second] = [steps.get(`${from} ${by}`), steps.get(`${by} ${to}`)];
        if (first === undefined || second === undefined || from === to) continue;
        steps.set(`${from} ${to}`, Math.min(first + second, steps.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY));
      }
    }
  }
  return steps;
}

/** How a pod is called, as the engine calls it too. */
export function podName({ namespace, name, kind }: Pod): string {
  return `${namespace}/${name}[${kind}]`;
}
