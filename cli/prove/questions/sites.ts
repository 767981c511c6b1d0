import { printCount } from '../../../model/print-count';
import { printableJson } from '../../../reports/text/printable-json';
import { rangesText } from '../../../reports/reachability/ranges-text';
import { findPlacePaths, type PlacePaths } from '../../../resources/view/reachability/sites/place-paths';
import { findSitePaths, type SitePaths } from '../../../resources/view/reachability/sites/site-paths';
import { exitCodes, textOption } from '../../command';
import { openAssembly } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'what passes between the clusters of an assembly, and with centers, offices, leased sites and the Internet',
  run(input, io) {
    const view = openAssembly(textOption(input, 'assembly'), io);
    const clusters = findSitePaths(view.reachability, view.model);
    const places = findPlacePaths(view.reachability, view.model);
    if (textOption(input, 'format') === 'json')
      for (const one of [...clusters, ...places]) io.out(`${printableJson(JSON.stringify(one))}\n`);
    else io.out([...clusters.flatMap(clusterLines), ...places.map(placeLine), ''].join('\n'));
    const sum = (count: (one: SitePaths) => number): number => clusters.reduce((all, one) => all + count(one), 0);
    const wrong = sum(({ closed, behindFronts }) => closed.length + behindFronts.length);
    io.err(
      `${printCount(
        sum(({ declared }) => declared),
        'declared pair',
      )} of namespaces between clusters, ${sum(({ proved }) => proved)} proved; ${sum(({ leftToGateways }) => leftToGateways)} more are left to the gateways; ${wrong} wrong\n`,
    );
    return Promise.resolve(wrong === 0 ? exitCodes.clean : exitCodes.findings);
  },
});

function clusterLines({
  from,
  to,
  declared,
  proved,
  leftToGateways,
  closed,
  behindFronts,
}: SitePaths): readonly string[] {
  return [
    `${from} → ${to}: ${declared} declared, ${proved} proved, ${leftToGateways} left to the gateways`,
    ...closed.map((one) => `  closed: ${one.from} → ${one.to} ${one.packet} of ${one.flow ?? 'no flow'}`),
    ...behindFronts.map((one) => `  behind a front: ${one.from} → ${one.to} ${one.packet}`),
  ];
}

function placeLine({ place, direction, with: zone, ranges, namespaces, places }: PlacePaths): string {
  const ends = [`${places} ${place}`, `${zone} (${printCount(namespaces, 'namespace')})`];
  const [from, to] = direction === 'ingress' ? ends : ends.toReversed();
  return `${from} → ${to}: ${rangesText(ranges)}`;
}
