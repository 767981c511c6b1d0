import { findConflicts } from '../../resources/reachability/findings/conflicts';
import { predictDatapathBudget } from '../../resources/reachability/findings/datapath-budget';
import { findNeedlessRules } from '../../resources/reachability/findings/needless-rules';
import { readCluster } from '../../resources/reachability/cluster-input';
import { closureOf } from '../../resources/reachability/query/closure';
import { couldOpen } from '../../resources/reachability/query/could-open';
import { StepIndex } from '../../resources/reachability/query/steps';
import { Reachability } from '../../resources/reachability/solve/reachability';
import { makeCloud } from './make-cloud';

const PROFILE = { blocksTakePods: 'never' } as const;
const WALKS = 1_000;

/** Measures what questions about a solved cloud of so many tenants cost, each on one thread, in seconds. */
function measureQueries(tenants: number): void {
  const cluster = readCluster(makeCloud({ tenants, workloads: 30 }));
  const timed = <T>(name: string, ask: () => T, count: (answer: T) => unknown): T => {
    const start = process.hrtime.bigint();
    const answer = ask();
    const seconds = Number((Number(process.hrtime.bigint() - start) / 1e9).toFixed(2));
    process.stderr.write(`${JSON.stringify({ name, seconds, answer: count(answer) })}\n`);
    return answer;
  };
  const reachability = timed(
    'solve',
    () => new Reachability(cluster, PROFILE),
    ({ workloads }) => workloads.length,
  );
  const start = cluster.workloads.findIndex(({ namespace }) => namespace === 'gateway');
  for (const least of ['allowed', 'depends'] as const) {
    const index = timed(
      `index of steps, ${least}`,
      () => new StepIndex(reachability, least),
      ({ open }) => open.length,
    );
    timed(
      `closure of the gateway, ${least}`,
      () => closureOf(index, start),
      ({ reached }) => reached.length,
    );
    timed(
      `closures of ${WALKS} workloads, ${least}`,
      () => Array.from({ length: WALKS }, (_, one) => closureOf(index, one).reached.length),
      (counts) => counts.reduce((sum, one) => sum + one, 0),
    );
  }
  timed(
    'datapath budget',
    () => predictDatapathBudget(cluster, reachability),
    ({ identities, maps, findings }) => ({
      identities: identities.used,
      most: maps[0]?.entries,
      maps: maps.length,
      findings: findings.length,
    }),
  );
  timed(
    'conflicts',
    () => findConflicts(reachability),
    ({ length }) => length,
  );
  timed(
    'could open',
    () => couldOpen(cluster, ['tenant-0000'], PROFILE),
    ({ groups }) => groups.ingress.length,
  );
  timed(
    'needless rules',
    () => findNeedlessRules(reachability),
    ({ length }) => length,
  );
}

for (const tenants of [32, 3_400]) measureQueries(tenants);
