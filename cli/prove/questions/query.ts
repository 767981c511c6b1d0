import { valueOf } from '../../../model/problem';
import { visibleText } from '../../../reports/text/visible-text';
import { askFlow } from '../../../resources/reachability/query/ask-flow';
import { printableJson } from '../../../reports/text/printable-json';
import { exitCodes, textOption } from '../../command';
import { openCluster } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'one flow of a cluster: allowed, denied or depends, and what decides at both ends',
  async run(input, io) {
    const { solve, isRead } = await openCluster(input, io);
    const [from = '', to = '', port = ''] = ['from', 'to', 'port'].map((name) => textOption(input, name));
    const { verdict, because } = valueOf(askFlow(solve(), { from, to, port }));
    if (textOption(input, 'format') === 'json')
      io.out(`${printableJson(JSON.stringify({ from, to, port, verdict, because }))}\n`);
    else io.out([verdict, ...because.map((one) => `  ${visibleText(one)}`), ''].join('\n'));
    return isRead ? exitCodes.clean : exitCodes.findings;
  },
});
