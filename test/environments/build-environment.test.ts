import { buildModel } from '../../model/build/build-model';
import { capacityLedger } from '../../model/capacity-ledger';
import type { Model } from '../../model/model';
import { environmentNames, loadDataset, loadFacts, type EnvironmentName } from './load-environment';

const build = (environment: EnvironmentName): Model => {
  const result = buildModel({ environment, facts: loadFacts(environment), divisions: loadDataset(), policyIds: [] });
  if (!result.ok) throw new Error(result.problems.map(({ code, at }) => `${code} at ${at.join('/')}`).join('\n'));
  return result.value;
};

const countBy = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const hostsOf = (model: Model): number => model.clusters.reduce((sum, { hosts }) => sum + hosts.length, 0);

describe.each(environmentNames)('the model of %s', (environment) => {
  const model = build(environment);

  test('promises at most what each cluster offers, at N and after the loss of each data center', () => {
    const rows = capacityLedger(model);
    expect(new Set(rows.map(({ lost }) => lost))).toEqual(new Set([undefined, 'ndc-1', 'ndc-2', 'ndc-3']));
    const over = rows.filter(({ cpu, memoryGiB, pods }) =>
      [cpu, memoryGiB, pods].some(({ promised, offered }) => promised > offered),
    );
    expect(over).toEqual([]);
  });

  test('has storage for what each cluster promises, three copies of every block', () => {
    for (const { id, role, hosts } of model.clusters) {
      if (role === 'management') continue;
      const promised = model.namespaces
        .filter(({ cluster }) => cluster === id)
        .reduce((sum, { quota }) => sum + quota.storageGiB, 0);
      const raw = hosts.filter((host) => host.role === 'storage').reduce((sum, { diskGiB }) => sum + diskGiB, 0);
      expect({ id, fits: promised * 3 <= raw }).toEqual({ id, fits: true });
    }
  });

  test('gives every part of a commune a namespace of its own', () => {
    const parts = model.namespaces.filter(({ communePart }) => communePart).map(({ tenant }) => tenant);
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    expect(parts.toSorted()).toEqual(communes.toSorted());
  });
});

test('the national model has 34 provinces, 3,321 communes, 211 systems and 20 clusters', () => {
  const model = build('national');
  expect(countBy(model.tenants.map(({ kind }) => kind))).toEqual({
    commune: 3_321,
    ministry: 17,
    national: 2,
    province: 34,
  });
  expect(countBy(model.systems.map(({ level }) => `level ${level}`))).toEqual({
    'level 3': 189,
    'level 4': 15,
    'level 5': 7,
  });
  expect(countBy(model.clusters.map(({ role }) => role))).toEqual({ dedicated: 14, management: 3, shared: 3 });
  expect(countBy(model.sites.map(({ kind }) => kind))).toEqual({
    leased: 1,
    'national-data-center': 3,
    'tslcd-backup': 3,
    'tslcd-metro': 3,
    'tslcd-provincial': 34,
    'tslcd-regional': 3,
  });
  expect(hostsOf(model)).toBe(753);
});

test('the sandbox model is small: 5 communes, 8 clusters, 69 hosts', () => {
  const model = build('sandbox');
  expect(countBy(model.tenants.map(({ kind }) => kind))).toEqual({ commune: 5, ministry: 3, national: 2, province: 2 });
  expect(countBy(model.clusters.map(({ role }) => role))).toEqual({ dedicated: 2, management: 3, shared: 3 });
  expect(hostsOf(model)).toBe(69);
});
