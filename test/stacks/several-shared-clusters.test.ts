import type { Model } from '../../model/model';
import { defineUnits } from '../../stacks/define-units';
import type { Unit } from '../../stacks/unit';
import { buildUnit } from '../../synth/build-unit';
import type { BuiltFile } from '../../synth/built-file';
import { builtModel, roomyFacts, sandboxInput, withSharedClusters } from '../model/build/sandbox-facts';
import { makeWorkplace } from '../support/written/workplace';

const { folder: scratch, remove } = makeWorkplace();
afterAll(remove);

const model: Model = builtModel(sandboxInput(withSharedClusters(roomyFacts(), { 'ndc-1': [{ slot: 1, from: 'BO' }] })));
const units = defineUnits(model);
const pair = ['ndc-1-shared-0', 'ndc-1-shared-1'] as const;

function unitsOf(cluster: string): readonly Unit[] {
  return units.filter((unit) => unit.cluster === cluster);
}

/** Addresses of everything of a kind that is written for a cluster. */
function addressesOf(cluster: string, kind: string): readonly string[] {
  return unitsOf(cluster)
    .flatMap((unit) => buildUnit(unit, scratch).objects.map(({ address }) => address))
    .filter((address) => address.startsWith(kind))
    .toSorted();
}

/** The built unit whose path ends so. */
function builtUnit(path: string): BuiltFile {
  const unit = units.find((one) => one.path.endsWith(path));
  if (unit === undefined) throw new Error(`no unit ${path}`);
  return buildUnit(unit, scratch);
}

function textOf(path: string): string {
  return builtUnit(path).text;
}

/** Everything that a pattern finds in the texts of both clusters, one list each. */
function foundIn(pathOf: (cluster: string) => string, pattern: RegExp): readonly (readonly string[])[] {
  return pair.map((cluster) => [...textOf(pathOf(cluster)).matchAll(pattern)].map(([, found = '']) => found));
}

function expectDisjoint(lists: readonly (readonly string[])[]): void {
  const all = lists.flat();
  expect(lists.every((list) => list.length > 0)).toBe(true);
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
}

describe('two shared clusters of one site', () => {
  test('get each the same kinds of units: foundation, baseline, guardrails, backups, tenants', () => {
    const kindsOf = (cluster: string) =>
      unitsOf(cluster)
        .map(({ path }) => path.replaceAll(cluster, '<cluster>'))
        .filter((path) => !/<cluster>-(?!foundation)[a-z0-9-]+(\/cdk\.tf\.json|\.yaml)$/.test(path));
    expect(kindsOf(pair[1])).toEqual(kindsOf(pair[0]));
    expect(kindsOf(pair[1])).toHaveLength(11);
  });

  test('hold the namespaces of different tenants', () => {
    const tenants = new Set(model.namespaces.map(({ name }) => `kubernetes_namespace.${name}`));
    const written = pair.map((cluster) =>
      addressesOf(cluster, 'kubernetes_namespace.').filter((address) => tenants.has(address)),
    );
    expectDisjoint(written);
    const wanted = pair.map((cluster) => model.namespaces.filter((one) => one.cluster === cluster).length);
    expect(written.map((list) => list.length)).toEqual(wanted);
  });

  test('get pods, services and gateways in blocks of their own', () => {
    const machines = (cluster: string) => `/0-infrastructure/${cluster}.yaml`;
    expectDisjoint(foundIn(machines, /cidrBlocks:\s+- (\S+)/g));
    const gateways = (cluster: string) => `kubernetes/${cluster}/1-baseline/gateway.yaml`;
    expectDisjoint(foundIn(gateways, /- cidr: (\S+)/g));
    const network = (cluster: string) => `kubernetes/${cluster}/1-baseline/network.yaml`;
    expectDisjoint(foundIn(network, /cluster-(?:id|name): '?([\w-]+)/g));
  });

  test('are made of different hosts, with three control hosts each', () => {
    const hosts = pair.map((cluster) =>
      builtUnit(`/0-infrastructure/${cluster}.yaml`)
        .objects.map(({ address }) => address)
        .filter((address) => address.startsWith('BareMetalHost/'))
        .map((address) => address.slice(address.lastIndexOf('/') + 1)),
    );
    expectDisjoint(hosts);
    expect(hosts.map((list) => list.filter((host) => host.includes('-control-')).length)).toEqual([3, 3]);
  });

  test('keep their backups apart in the buckets they share', () => {
    const locations = (cluster: string) => `kubernetes/${cluster}/1-baseline/backup-locations.yaml`;
    const prefixes = foundIn(locations, /prefix: (\S+)/g).map((list) => [...new Set(list)]);
    expect(prefixes).toEqual([['ndc-1-shared-0'], ['ndc-1-shared-1']]);
  });

  test('reach each other as sites do: through the DMZ block, never by labels', () => {
    const shard = textOf('terraform/ndc-1-shared-0-p01/cdk.tf.json');
    expect({ byBlock: shard.includes('10.97.16.0/20'), byLabels: shard.includes('data-coordination"') }).toEqual({
      byBlock: true,
      byLabels: false,
    });
  });
});
