import { readJournal } from '../../../delivery/journal/journal';
import { lastRunOf, type LastRun } from '../../../delivery/journal/run-history';
import { statusText } from '../../../delivery/run/status-text';
import { StateFolder } from '../../../delivery/state/state-folder';
import { valueOf } from '../../../model/problem';
import { defineCommand, environmentOption, exitCodes, formatOption, textOption } from '../../command';
import { stateFolderOf } from '../../delivery/session/delivery-options';
import { DEFAULT_ENVIRONMENT } from '../../project';

export default defineCommand({
  summary: 'tell how far the last deploy got; reads the journal alone',
  for: 'engineer',
  arguments: [],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'state', meaning: 'folder of the journal (default: ndc.state/<environment>)', value: 'folder' },
    formatOption,
  ],
  run(input, io) {
    const environment = textOption(input, 'env') ?? DEFAULT_ENVIRONMENT;
    const journal = valueOf(readJournal(new StateFolder(stateFolderOf(input, environment, io)).journal));
    const last = lastRunOf(journal.entries);
    if (textOption(input, 'format') === 'json') {
      io.out(`${JSON.stringify(last === undefined ? { run: null } : runData(last))}\n`);
    } else io.out(statusText(last));
    return Promise.resolve(last === undefined || last.result === 'converged' ? exitCodes.clean : exitCodes.findings);
  },
});

/** A run for a machine: maps and sets have no JSON form of their own. */
function runData(last: LastRun): object {
  return { ...last, ended: Object.fromEntries(last.ended), healthyWaves: [...last.healthyWaves] };
}
