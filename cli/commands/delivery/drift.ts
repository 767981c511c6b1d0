import { printCount } from '../../../model/print-count';
import { driftText } from '../../../delivery/drift/drift-text';
import { isDrifted } from '../../../delivery/drift/cluster-drift';
import { defineCommand, exitCodes, textOption } from '../../command';
import { assemblyArgument, clusterOptions } from '../../delivery/session/delivery-options';
import { findDrift } from '../../delivery/find-drift';
import { withSession } from '../../delivery/session/open-session';
import { Progress } from '../../progress';

export default defineCommand({
  summary: 'compare the clusters with an assembly, object by object: what changed, and who changed it',
  for: 'engineer',
  arguments: [assemblyArgument],
  options: clusterOptions,
  run(input, io) {
    return withSession(input, io, async (session) => {
      const progress = new Progress(io);
      progress.step('reading the clusters back');
      const drifts = await findDrift(session, io, (text) => progress.show(text));
      progress.done(`${printCount(session.chosen.length, 'cluster')} compared`);
      if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(drifts)}\n`);
      else io.out(driftText(drifts));
      return drifts.some(isDrifted) ? exitCodes.findings : exitCodes.clean;
    });
  },
});
