import { printCount } from '../../../model/print-count';
import { printableJson } from '../../../reports/text/printable-json';
import { troubleText } from '../../../reports/reachability/trouble-text';
import { visibleText } from '../../../reports/text/visible-text';
import type { DifferingPlaces } from '../../../resources/view/reachability/compare-paths';
import { exitCodes, textOption } from '../../command';
import { openAssembly } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'whether the paths that an assembly opens are those that its facts declare, in every cluster',
  run(input, io) {
    const view = openAssembly(textOption(input, 'assembly'), io);
    const isJson = textOption(input, 'format') === 'json';
    let [found, declared, unread] = [0, 0, 0];
    for (const cluster of view.model.clusters) {
      const of = view.reachability.of(cluster);
      declared += of.declared.length;
      unread += of.input.troubles.length;
      for (const one of of.input.troubles) io.err(`${troubleText(one)}\n`);
      for (const difference of [...view.reachability.differencesIn(cluster).values()].flat()) {
        found += difference.ends;
        io.out(`${isJson ? jsonLine(cluster.id, difference) : textLine(cluster.id, difference)}\n`);
      }
    }
    const clusters = printCount(view.model.clusters.length, 'cluster');
    io.err(`${clusters}, ${printCount(declared, 'declared path')}, ${printCount(found, 'difference')}\n`);
    return Promise.resolve(found + unread === 0 ? exitCodes.clean : exitCodes.findings);
  },
});

function jsonLine(cluster: string, { witness, ends }: DifferingPlaces): string {
  return printableJson(JSON.stringify({ cluster, ...witness, ends }));
}

function textLine(cluster: string, { witness, ends }: DifferingPlaces): string {
  const { kind, from, to, port, protocol, wantedBy, because } = witness;
  const others = ends === 1 ? '' : ` (and at least ${ends - 1} more between these namespaces)`;
  const verdict = kind === 'undeclared' ? 'may pass, and nobody declared it' : `may not pass, and ${wantedBy} needs it`;
  return visibleText(`${cluster}: ${from} → ${to} ${port}/${protocol} ${verdict}${others}: ${because.join('; ')}`);
}
