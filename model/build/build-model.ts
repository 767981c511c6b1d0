import { createAddressPlan } from '../address/address-plan';
import { checkAddresses } from '../check/facts/check-addresses';
import { checkFacts } from '../check/check-facts';
import { checkModel } from '../check/check-model';
import type { Model, PolicyException, Removal } from '../model';
import { failure, sortProblems, success, type Problem, type Result } from '../problem';
import type { Site } from '../site/site';
import { buildClusters } from './build-clusters';
import { buildFlows } from './build-flows';
import type { BuildInput } from './build-input';
import { buildNamespaces } from './build-namespaces';
import { buildSites, type BuiltSites } from './build-sites';
import { buildSystems } from './build-systems';
import { buildTenants } from './build-tenants';
import { freezeDeep } from './freeze-deep';
import { selectDivisions } from './select-divisions';
import { byId } from './sort';

/** Derives the nation from its facts: a frozen model, or every problem at once. */
export function buildModel(given: BuildInput): Result<Model> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  checkFacts(given, report);
  const supernets = checkAddresses(given, report);
  const planned = supernets === undefined ? undefined : createAddressPlan(supernets, ['nation', 'addresses']);
  if (planned === undefined) return failure(sortProblems(problems));
  if (!planned.ok) return failure(sortProblems([...problems, ...planned.problems]));
  const input = { ...given, divisions: selectDivisions(given) };
  const plan = planned.value;
  const sites = buildSites(input, plan);
  const tenants = buildTenants(input, plan, sites.dataCenters);
  const systems = buildSystems(input, tenants, sites.dataCenters);
  const namespaces = buildNamespaces(input, tenants, systems);
  const clusters = buildClusters(input, { plan, dataCenters: sites.dataCenters, tenants, systems, namespaces, report });
  const model: Model = {
    environment: input.environment,
    nation: input.facts.nation,
    sites: assignedSites(sites, clusters),
    clusters,
    tenants,
    systems,
    namespaces,
    flows: buildFlows(input, systems, report),
    exceptions: exceptions(input),
    removals: removals(input),
  };
  checkModel(model, input, report);
  return problems.length > 0 ? failure(sortProblems(problems)) : success(freezeDeep(model));
}

/** All sites, with each host naming the cluster that took it. */
function assignedSites({ dataCenters, leased, network }: BuiltSites, clusters: Model['clusters']): readonly Site[] {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.hosts.map((host) => [host.id, cluster.id] as const)));
  const assigned = dataCenters.map((site) => ({
    ...site,
    failureDomains: site.failureDomains.map((domain) => ({
      ...domain,
      hosts: domain.hosts.map((host) => ({ ...host, cluster: clusterOf.get(host.id) })),
    })),
  }));
  return byId<Site>([...assigned, ...leased, ...network]);
}

function exceptions({ facts }: BuildInput): readonly PolicyException[] {
  return byId(
    [...facts.exceptions].map(([id, { file, value }]): PolicyException => ({ id, ...value, origin: [file] })),
  );
}

function removals({ facts }: BuildInput): readonly Removal[] {
  return byId(
    [...facts.removals].map(([id, { file, value }]): Removal => {
      const { id: target, kind, mode, reason, secondApproval } = value;
      return { id, kind, target, mode, reason, secondApproval, origin: [file] };
    }),
  );
}
