import { printCount } from '../../../model/print-count';
import { judgeChanges } from '../../../delivery/plan/risk';
import { planText } from '../../../delivery/plan/plan-text';
import type { DeliveryPlan } from '../../../delivery/plan/delivery-plan';
import { defineCommand, exitCodes, textOption } from '../../command';
import { assemblyArgument, clusterOptions } from '../../delivery/session/delivery-options';
import { makePlan } from '../../delivery/make-plan';
import { withSession } from '../../delivery/session/open-session';
import { Progress } from '../../progress';
import { shownPath } from '../../project';

export default defineCommand({
  summary: 'show on one page what deploying an assembly would do',
  for: 'engineer',
  arguments: [assemblyArgument],
  options: clusterOptions,
  run(input, io) {
    return withSession(input, io, async (session) => {
      const progress = new Progress(io);
      progress.step('planning');
      const plan = await makePlan(session, io, (text) => progress.show(text));
      progress.done(`${printCount(session.chosen.length, 'cluster')} asked`);
      if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(planJson(plan))}\n`);
      else {
        io.out(planText(plan));
        const raw = Object.entries(plan.raw);
        if (raw.length > 0) io.out('\nTerraform’s own words:\n');
        for (const [step, file] of raw) io.out(`  ${step}  ${shownPath(file, io)}\n`);
      }
      const isClean = plan.unreached.length === 0 && plan.changes.every(({ action }) => action === 'unchanged');
      return isClean ? exitCodes.clean : exitCodes.findings;
    });
  },
});

/** The plan for a machine: every change with its risk; whole objects stay out, since they may hold secrets. */
function planJson(plan: DeliveryPlan): object {
  const changes = judgeChanges(plan.changes, plan).map(({ change, risk, widens, grants }) => {
    const { before: _before, after: _after, ...rest } = change;
    return { ...rest, risk, widens, grants };
  });
  return { ...plan, changes, unchanged: plan.changes.length - changes.length };
}
