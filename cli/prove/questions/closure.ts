import { problem, ProblemError, valueOf } from '../../../model/problem';
import { chainItems, writtenChain } from '../../../reports/reachability/answers/chain-lines';
import { closureParts, reachedBy } from '../../../reports/reachability/answers/closure-lines';
import { closureOf } from '../../../resources/reachability/query/closure';
import { endText, readEnd } from '../../../resources/reachability/query/ends';
import { tryShortestChain } from '../../../resources/reachability/query/shortest-chain';
import { StepIndex } from '../../../resources/reachability/query/steps';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import { exitCodes, textOption, type CommandInput } from '../../command';
import type { Io } from '../../io';
import { openCluster } from '../open-source';
import { neededOption, printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'all that one workload (--from) can reach in any number of steps; with --to the shortest chain there',
  async run(input, io) {
    const from = neededOption(input, 'from', 'a workload as namespace/name');
    const { solve, isWhole } = await openCluster(input, io);
    const reachability = solve();
    const start = valueOf(readEnd(reachability, 'from', from));
    if (start.side === 'outside') throw new ProblemError([notInCluster(from)]);
    const to = textOption(input, 'to');
    if (to === undefined) tellAll(reachability, start.member, { input, io });
    else tellChain(reachability, { start: start.member, to }, { input, io });
    return isWhole ? exitCodes.clean : exitCodes.findings;
  },
});

interface Asking {
  readonly input: CommandInput;
  readonly io: Io;
}

function tellAll(reachability: Reachability, start: number, { input, io }: Asking): void {
  const [certain, possible] = (['allowed', 'depends'] as const).map((least) =>
    closureOf(new StepIndex(reachability, least), start),
  );
  if (certain === undefined || possible === undefined) throw new RangeError('there are two closures');
  const reached = reachedBy(reachability, { start, certain, possible });
  const name = endText(reachability, { side: 'pods', member: start });
  const page = () => closureParts(name, reached, reachability.workloads.length - 1);
  printAnswer({ page, json: () => reached }, input, io);
}

function tellChain(
  reachability: Reachability,
  { start, to }: { readonly start: number; readonly to: string },
  { input, io }: Asking,
): void {
  const goal = valueOf(readEnd(reachability, 'to', to));
  const { verdict, chain } = tryShortestChain(reachability, start, goal);
  const [from, called] = [endText(reachability, { side: 'pods', member: start }), endText(reachability, goal)];
  const hops = writtenChain(reachability, chain);
  const head = `${from} → ${called}: ${verdict}, ${chain.length === 0 ? 'by no chain of flows' : 'by this shortest chain'}`;
  const page = () => [{ head, items: chainItems(hops) }];
  printAnswer({ page, json: () => [{ from, to: called, verdict, chain: hops }] }, input, io);
}

function notInCluster(got: string) {
  return problem({
    code: 'closure-of-outside',
    at: ['from'],
    what: 'nobody can tell what is done outside of the cluster',
    got,
    want: 'a workload as namespace/name',
    next: 'ask about the workloads that it calls: ndc prove reachability',
  });
}
