import { printCount } from '../../../model/print-count';
import { FactPlaces } from '../../../policies/fact-places';
import {
  agencyCsv,
  agencyParts,
  isAgencyFault,
  writtenAgencyFlows,
  type WrittenAgencyFlow,
} from '../../../reports/reachability/answers/agency-lines';
import type { PagePart } from '../../../reports/reachability/answers/page';
import { rangesText } from '../../../reports/reachability/ranges-text';
import { findAgencyFlows } from '../../../resources/view/reachability/sites/agency-flows';
import { findPlacePaths, type PlacePaths } from '../../../resources/view/reachability/sites/place-paths';
import { findSitePaths, type SitePaths } from '../../../resources/view/reachability/sites/site-paths';
import { exitCodes, textOption } from '../../command';
import { openAssembly } from '../open-source';
import { printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary:
    'what passes between the clusters of an assembly, and with centers, offices, leased sites and the Internet; which platform carries each flow between agencies',
  run(input, io) {
    const view = openAssembly(textOption(input, 'assembly'), io);
    const { reachability, model } = view;
    const sites = findSitePaths(reachability, model);
    const agencies = writtenAgencyFlows(findAgencyFlows(reachability, model), new FactPlaces(view));
    const places = findPlacePaths(reachability, model);
    printAnswer(
      {
        page: () => [...sites.map(clusterPart), ...places.map(placePart), ...agencyParts(agencies)],
        json: () => [...sites, ...places, ...agencies],
        csv: () => agencyCsv(agencies),
      },
      input,
      io,
    );
    io.err(`${siteSummary(sites)}\n${agencySummary(agencies)}\n`);
    const isClean = wrongPairs(sites) === 0 && !agencies.some(isAgencyFault);
    return Promise.resolve(isClean ? exitCodes.clean : exitCodes.findings);
  },
});

function siteSummary(sites: readonly SitePaths[]): string {
  const declared = printCount(
    sum(sites, (one) => one.declared),
    'declared pair',
  );
  const [proved, left] = [sum(sites, (one) => one.proved), sum(sites, (one) => one.leftToGateways)];
  return `${declared} of namespaces between clusters, ${proved} proved; ${left} more are left to the gateways; ${wrongPairs(sites)} wrong`;
}

function wrongPairs(sites: readonly SitePaths[]): number {
  return sum(sites, ({ closed, behindFronts }) => closed.length + behindFronts.length);
}

function sum(sites: readonly SitePaths[], count: (one: SitePaths) => number): number {
  return sites.reduce((all, one) => all + count(one), 0);
}

function agencySummary(agencies: readonly WrittenAgencyFlow[]): string {
  const count = (is: (one: WrittenAgencyFlow) => boolean): number => agencies.filter(is).length;
  const flows = printCount(agencies.length, 'flow');
  return `${flows} between agencies, ${count(({ state }) => state === 'proved')} proved to pass by their platform alone; ${count(({ state }) => state === 'gateways')} left to the gateways; ${count(isAgencyFault)} wrong`;
}

function clusterPart({ from, to, declared, proved, leftToGateways, closed, behindFronts }: SitePaths): PagePart {
  return {
    head: `${from} → ${to}: ${declared} declared, ${proved} proved, ${leftToGateways} left to the gateways`,
    items: [
      ...closed.map((one) => [`closed: ${one.from} → ${one.to} ${one.packet} of ${one.flow ?? 'no flow'}`]),
      ...behindFronts.map((one) => [`behind a front: ${one.from} → ${one.to} ${one.packet}`]),
    ],
  };
}

function placePart({ place, direction, with: zone, ranges, namespaces, places }: PlacePaths): PagePart {
  const ends = [`${places} ${place}`, `${zone} (${printCount(namespaces, 'namespace')})`];
  const [from, to] = direction === 'ingress' ? ends : ends.toReversed();
  return { head: `${from} → ${to}: ${rangesText(ranges)}`, items: [] };
}
