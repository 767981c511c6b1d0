import { printCount } from '../../model/print-count';
import type { LiveReport } from '../../reports/points/live-report';
import type { CommandInput } from '../command';
import { askPoints } from '../delivery/points/ask-points';
import { withSession } from '../delivery/session/open-session';
import type { GatedAssembly } from '../gate-assembly';
import type { Io } from '../io';
import { Progress } from '../progress';

/**
 * Asks the clusters that a command names what they say of each rule of an assembly that was judged.
 * @throws ProblemError when there is no way to clusters, or an engine fails for another reason than that
 */
export function askLive(gated: GatedAssembly, input: CommandInput, io: Io): Promise<LiveReport> {
  return withSession(input, io, async (session) => {
    const progress = new Progress(io);
    progress.step('asking the clusters');
    const live = await askPoints(session, io, { gated, tell: (text) => progress.show(text) });
    progress.done(
      `${printCount(live.clusters.length, 'cluster')} asked about ${printCount(live.rules.length, 'rule')}`,
    );
    return live;
  });
}
