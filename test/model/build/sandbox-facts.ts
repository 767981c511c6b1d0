import { buildModel } from '../../../model/build/build-model';
import type { BuildInput } from '../../../model/build/build-input';
import type { Declared, Facts } from '../../../model/facts/fact-kinds';
import type { Model } from '../../../model/model';
import type { Problem } from '../../../model/problem';
import { loadDataset, loadFacts } from '../../environments/load-environment';

/** A fact of a kind whose every file is one. */
export type FactOf<Kind extends 'sites' | 'tenants' | 'systems'> =
  Facts[Kind] extends ReadonlyMap<string, Declared<infer Value>> ? Value : never;

const facts = loadFacts('sandbox');
const divisions = loadDataset();

/** All that the sandbox is built from, with some facts bent. */
export function sandboxInput(bend: Partial<Facts> = {}, rest: Partial<BuildInput> = {}): BuildInput {
  return { environment: 'sandbox', facts: { ...facts, ...bend }, divisions, policyIds: [], ...rest };
}

/** The facts of the sandbox with four times the servers, so that what a test adds finds room. */
export function roomyFacts(): Facts {
  const sites = [...facts.sites].map(([id, { file, value }]): [string, Declared<FactOf<'sites'>>] => {
    if (value.kind === 'leased') return [id, { file, value }];
    const halls = value.halls.map((hall) => ({
      ...hall,
      rackGroups: hall.rackGroups.map((group) => ({
        ...group,
        hosts: group.hosts.map((host) => ({ ...host, count: host.count * 4 })),
      })),
    }));
    return [id, { file, value: { ...value, halls } }];
  });
  return { ...facts, sites: new Map(sites) };
}

/** Shared clusters beside the first, as a site declares them. */
export type SharedClusterEntries = readonly { readonly slot: number; readonly from: string }[];

/** The facts in which data centers declare further shared clusters. */
export function withSharedClusters(given: Facts, entries: Readonly<Record<string, SharedClusterEntries>>): Facts {
  const sites = [...given.sites].map(([id, { file, value }]): [string, Declared<FactOf<'sites'>>] => {
    const further = entries[id];
    if (value.kind === 'leased' || further === undefined) return [id, { file, value }];
    return [id, { file, value: { ...value, sharedClusters: [...further] } }];
  });
  return { ...given, sites: new Map(sites) };
}

/** A copy of a map with one more fact. */
export function withFact<Value>(
  map: ReadonlyMap<string, Declared<Value>>,
  file: string,
  value: Value,
): ReadonlyMap<string, Declared<Value>> {
  return new Map([...map, [file.slice(file.lastIndexOf('/') + 1), { file, value }]]);
}

/** The model of an input that must be right. */
export function builtModel(input: BuildInput): Model {
  const result = buildModel(input);
  if (!result.ok)
    throw new Error(result.problems.map(({ code, at, got }) => `${code} ${at.join('/')} ${got}`).join('\n'));
  return result.value;
}

/** Code and place of every problem of an input. */
export function problemsOfInput(input: BuildInput): readonly string[] {
  const result = buildModel(input);
  const problems: readonly Problem[] = result.ok ? [] : result.problems;
  return problems.map(({ code, at }) => `${code} at ${at.join('/')}`);
}
