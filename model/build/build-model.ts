import { createAddressPlan, type AddressPlan } from '../address/address-plan';
import { checkAddresses } from '../check/facts/check-addresses';
import { checkFacts } from '../check/check-facts';
import { checkModel } from '../check/check-model';
import { standInFacts } from '../facts/stand-in-facts';
import { canJudge } from '../facts/unsound-facts';
import type { Model, PolicyException, Removal } from '../model';
import { failure, sortProblems, success, type Problem, type Result } from '../problem';
import { readAddressPlan } from '../segmentation/peer-index';
import type { Site } from '../site/site';
import { addStandIns } from './add-stand-ins';
import { buildAttestations } from '../attestations/build-attestations';
import { buildApprovals } from './build-approvals';
import { buildClusters } from './build-clusters';
import { buildFlows } from './build-flows';
import type { BuildInput, Report } from './build-input';
import { buildNamespaces } from './build-namespaces';
import { buildSites, type BuiltSites } from './build-sites';
import { buildSystems } from './build-systems';
import { buildTenants } from './build-tenants';
import { freezeDeep } from './freeze-deep';
import { selectDivisions } from './select-divisions';
import { byId } from './sort';

/** Derives the nation from its facts, all of them sound: a frozen model, or every problem at once. */
export function buildModel(input: BuildInput): Result<Model> {
  if ((input.unsound ?? []).length > 0) throw new Error('a model is made of sound facts alone; see findProblems()');
  const { model, problems } = derive(input);
  return problems.length > 0 ? failure(sortProblems(problems)) : success(freezeDeep(model));
}

/** Every problem of the sound facts of an environment in which others can't be used; none of what those would have said. */
export function findProblems(input: BuildInput): readonly Problem[] {
  return sortProblems(derive(input).problems);
}

function derive(given: BuildInput): { readonly model: Model; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  checkFacts(given, report);
  const plan = planAddresses(given, report);
  const { input: whole, standIns } = addStandIns(given);
  const input = { ...whole, divisions: selectDivisions(whole) };
  const sites = buildSites(input, plan);
  const tenants = buildTenants(input, plan, sites.dataCenters);
  const systems = buildSystems(input, tenants, sites.dataCenters);
  const namespaces = buildNamespaces(input, tenants, systems);
  const { dataCenters } = sites;
  const reportHosts = canJudge(given, 'capacity') ? report : () => undefined;
  const clusters = buildClusters(input, { plan, dataCenters, tenants, systems, namespaces, report: reportHosts });
  const model: Model = {
    environment: input.environment,
    nation: input.facts.nation,
    sites: assignedSites(sites, clusters),
    clusters,
    tenants,
    systems,
    namespaces,
    ...buildFlows(input, systems, report),
    exceptions: exceptions(input),
    removals: removals(input),
    approvals: buildApprovals(input),
    ...buildAttestations(input),
  };
  checkModel(model, { input, standIns }, report);
  return { model, problems };
}

/** The plan on the declared supernets; on stand-ins where those are wrong, so that the rest can still be judged. */
function planAddresses(input: BuildInput, report: Report): AddressPlan {
  const at = ['nation', 'addresses'];
  const declared = checkAddresses(input, report);
  const planned = declared === undefined ? undefined : createAddressPlan(declared, at);
  if (planned?.ok === true) return planned.value;
  for (const problem of planned?.problems ?? []) report(problem);
  return readAddressPlan(standInFacts.nation);
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
