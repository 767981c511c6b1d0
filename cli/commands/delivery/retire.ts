import { printCount } from '../../../model/print-count';
import { needsSecondApproval, type RemovalPlan } from '../../../delivery/retire/removal-plan';
import { removalText } from '../../../delivery/retire/removal-text';
import { troublesOf } from '../../../delivery/run/status-text';
import { defineCommand, exitCodes, textOption, type CommandInput } from '../../command';
import { carryOutRemoval, previewRemoval } from '../../delivery/carry-out-removal';
import { requireCertificate } from '../../require-certificate';
import { clusterOptions } from '../../delivery/session/delivery-options';
import { DEFAULT_ENVIRONMENT } from '../../project';
import { withSession } from '../../delivery/session/open-session';

export default defineCommand({
  summary: 'carry out a removal that the facts declare; without --confirm only show it',
  for: 'engineer',
  arguments: [{ name: 'target', meaning: 'tenant or system that the facts remove', required: true }],
  options: [
    {
      name: 'assembly',
      meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`,
      value: 'folder',
    },
    ...clusterOptions,
    { name: 'confirm', meaning: 'carry it out; the name of the target once more', value: 'target' },
    { name: 'second-approval', meaning: 'reference of the second approval, as the facts name it', value: 'reference' },
  ],
  async run(input, io) {
    const [target = ''] = input.arguments;
    const folder = textOption(input, 'assembly');
    return withSession({ ...input, arguments: folder === undefined ? [] : [folder] }, io, async (session) => {
      requireCertificate(session.folder, session.assembly.digest, io);
      const plan = previewRemoval(session, target);
      const against = reasonAgainst(plan, input);
      if (textOption(input, 'format') !== 'json') io.out(removalText(plan));
      if (against !== undefined) {
        if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify({ plan, carriedOut: false, against })}\n`);
        io.err(`${against}\n`);
        return exitCodes.findings;
      }
      const results = await carryOutRemoval(session, io, plan);
      const troubles = results.flatMap((one) => one.troubles);
      const settled = results.flatMap((one) => one.settled);
      if (textOption(input, 'format') === 'json')
        io.out(`${JSON.stringify({ plan, carriedOut: troubles.length === 0, settled, troubles })}\n`);
      else {
        for (const line of troublesOf(troubles)) io.out(`${line}\n`);
        io.out(`${settled.length} of ${printCount(plan.deleted.length + plan.keptInPlace.length, 'object')} settled\n`);
      }
      return troubles.length === 0 ? exitCodes.clean : exitCodes.findings;
    });
  },
});

/** Why it is only shown; undefined when it may be carried out. */
function reasonAgainst(plan: RemovalPlan, input: CommandInput): string | undefined {
  const { target, secondApproval } = plan.removal;
  if (textOption(input, 'confirm') !== target) return `nothing was done; add --confirm ${target} to carry it out`;
  if (!needsSecondApproval(plan)) return undefined;
  if (secondApproval === undefined)
    return 'nothing was done; the facts name no second approval, and data would be lost';
  return textOption(input, 'second-approval') === secondApproval
    ? undefined
    : 'nothing was done; data would be lost, so give --second-approval with the reference that the facts name';
}
