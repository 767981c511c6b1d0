import { failure, problem, success, valueOf, type Result } from '../../../model/problem';
import { writtenChain } from '../../../reports/reachability/answers/chain-lines';
import { waypointParts } from '../../../reports/reachability/answers/waypoint-lines';
import { INTERNET, privateBlocks, readSelection } from '../../../resources/reachability/query/read-selection';
import { proveWaypoint, type EndSelection } from '../../../resources/reachability/query/waypoint';
import type { Workload } from '../../../resources/reachability/peers/workload';
import { exitCodes, splitNames } from '../../command';
import { openCluster } from '../open-source';
import { neededOption, printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

const SIDES = ['from', 'to', 'through'] as const;

export default defineQuestion({
  summary: 'whether whoever goes --from some ends --to others, in any number of steps, goes --through a waypoint',
  async run(input, io) {
    const want = 'workloads, namespaces as namespace/*, blocks of addresses or internet, by comma';
    const [from, to, through] = SIDES.map((name) => neededOption(input, name, want));
    const opened = await openCluster(input, io);
    const texts = { from: from ?? '', to: to ?? '', through: through ?? '' };
    const claim = valueOf(readClaim(opened.input.workloads, texts));
    const reachability = opened.solve({ blocks: [...claim.from.blocks, ...claim.to.blocks] });
    const { verdict, chain } = valueOf(
      proveWaypoint(reachability, { from: claim.from, to: claim.to, through: claim.through.workloads }),
    );
    const written = { ...texts, verdict, chain: writtenChain(reachability, chain) };
    printAnswer({ page: () => waypointParts(written), json: () => [written] }, input, io);
    const names = Object.values(texts).flatMap(splitNames);
    if (names.includes(INTERNET)) io.err(`${INTERNET} is every address but ${privateBlocks.join(', ')}\n`);
    return opened.isWhole && verdict === 'holds' ? exitCodes.clean : exitCodes.findings;
  },
});

type Sides<T> = Readonly<Record<(typeof SIDES)[number], T>>;

function readClaim(workloads: readonly Workload[], texts: Sides<string>): Result<Sides<EndSelection>> {
  const [from, to, through] = SIDES.map((side) => readSelection(workloads, side, splitNames(texts[side])));
  const problems = [from, to, through].flatMap((one) => (one === undefined || one.ok ? [] : one.problems));
  if (from?.ok !== true || to?.ok !== true || through?.ok !== true) return failure(problems);
  if (through.value.blocks.length > 0) return failure([outsideWaypoint(texts.through)]);
  return success({ from: from.value, to: to.value, through: through.value });
}

function outsideWaypoint(got: string) {
  return problem({
    code: 'waypoint-outside',
    at: ['through'],
    what: 'nobody can tell what goes through addresses outside of the cluster',
    got,
    want: 'workloads as namespace/name, or all of a namespace as namespace/*',
    next: 'name the workloads that hand the traffic on',
  });
}
