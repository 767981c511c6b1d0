import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEstate } from '../../bench/rules/corpus/estate';
import { corpusDigest, manifestFiles } from '../../bench/rules/corpus/manifests';
import { planOfEstate } from '../../bench/rules/corpus/plan';
import { intentIds, intents, type IntentId } from '../../bench/rules/intents';
import { compareWithTruth, type Mismatch } from '../../bench/rules/measure/agreement';
import { exponentOf, spreadOf } from '../../bench/rules/measure/statistics';
import { conftestPolicy, gatorObjects } from '../../bench/rules/rego/render';
import { evaluateObjects, objectRules } from '../../policies/object-rules';
import type { PolicyResult } from '../../policies/evaluation';
import { readPlannedObjects } from '../../resources/read/plan/planned-objects';
import { readManifests, type ForeignObjects } from '../../resources/read/read-manifests';
import { ruleSetOf } from '../support/rule-set-of';

const work = mkdtempSync(join(tmpdir(), 'ndc-estate-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

const options = { seed: 20_260_101, objects: 1_000, density: 0.5 };
const estate = makeEstate(options);

interface PublishedEstate {
  readonly objects: number;
  readonly density: number;
  readonly digest: string;
}

function publishedEstates(): { readonly seed: number; readonly estates: readonly PublishedEstate[] } {
  const text = readFileSync(join(__dirname, '../../bench/rules/results.json'), 'utf8');
  return (JSON.parse(text) as { readonly corpus: ReturnType<typeof publishedEstates> }).corpus;
}

describe('makeEstate()', () => {
  it('makes the estates that the published results name, byte by byte', () => {
    const { seed, estates } = publishedEstates();
    const small = estates.filter(({ objects }) => objects <= 1_000);
    const made = small.map(({ objects, density }) =>
      corpusDigest(manifestFiles(makeEstate({ seed, objects, density }))),
    );
    expect(made).toEqual(small.map(({ digest }) => digest));
    expect(new Set(made).size).toBe(5);
  });

  it('makes another estate from another seed', () => {
    const other = makeEstate({ ...options, seed: 1 });
    expect(corpusDigest(manifestFiles(other))).not.toBe(corpusDigest(manifestFiles(estate)));
  });

  it('violates every intent at some place, and nothing at density 0', () => {
    const violated = new Set(estate.flatMap(({ violates }) => [...violates.keys()]));
    expect([...violated].toSorted()).toEqual(intentIds.toSorted());
    expect(makeEstate({ ...options, density: 0 }).filter(({ violates }) => violates.size > 0)).toEqual([]);
  });
});

/** What the rules say of each intent, on objects that were read. */
function judge(objects: ForeignObjects, list: 'fail' | 'unknown'): ReadonlySet<string> {
  expect(objects.integrity).toEqual([]);
  const { results } = evaluateObjects({ ...objects, rules: ruleSetOf(objectRules), today: '2026-01-01' });
  return new Set(results.flatMap((result) => intentsOf(result.policy).flatMap((id) => said(id, result, list))));
}

function intentsOf(policy: string): readonly IntentId[] {
  return intentIds.filter((id) => (intents[id].rules as readonly string[]).includes(policy));
}

function said(id: IntentId, result: PolicyResult, list: 'fail' | 'unknown'): readonly string[] {
  return result[list].map(({ subject }) => `${id} ${subject.replace('manifests/', '')}`);
}

function readAsManifests(): ForeignObjects {
  const folder = mkdtempSync(join(work, 'manifests-'));
  for (const { name, text } of manifestFiles(estate)) writeFileSync(join(folder, name), text);
  const read = readManifests(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function mismatches(found: ReadonlySet<string>): readonly Mismatch[] {
  return compareWithTruth('ndc', () => true, [{ estate, found }]).mismatches;
}

describe('the rules and the truth that an estate was made with', () => {
  it('agree on manifests, for every intent and object', () => {
    const read = readAsManifests();
    expect(read.resources).toHaveLength(estate.length);
    expect(mismatches(judge(read, 'fail'))).toEqual([]);
    expect([...judge(read, 'unknown')]).toEqual([]);
  });

  it('agree on the same estate as a plan, where what is open is unknown and nothing else is', () => {
    const { text, open } = planOfEstate(estate);
    const file = join(work, 'plan.json');
    writeFileSync(file, text);
    const read = readPlannedObjects(file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.resources).toHaveLength(estate.length);
    expect(mismatches(judge(read.value, 'fail'))).toEqual([]);
    const wanted = [...open].flatMap(([id, ids]) => ids.map((intent) => `${intent} ${id}`));
    expect(wanted.length).toBeGreaterThan(10);
    expect([...judge(read.value, 'unknown')].toSorted()).toEqual(wanted.toSorted());
  });

  it('disagree when a violation is not told, or told of another object', () => {
    const found = judge(readAsManifests(), 'fail');
    const [, ...others] = [...found];
    expect(mismatches(new Set(others))).toEqual([expect.objectContaining({ kind: 'missed', count: 1 })]);
    const healthy = estate.find(({ id, violates }) => id.startsWith('Deployment/') && violates.size === 0);
    const wrong = new Set([...found, `digest ${healthy?.id ?? ''}`]);
    expect(mismatches(wrong)).toEqual([expect.objectContaining({ intent: 'digest', kind: 'wrongly found', count: 1 })]);
    expect(() => mismatches(new Set([...found, 'digest Pod/nowhere/none']))).toThrow("what isn't there");
  });
});

describe('intents', () => {
  it('name rules on single objects that are there, each once', () => {
    const ids = objectRules.map(({ id }) => id);
    const named = intentIds.flatMap((id) => intents[id].rules);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('are written in Rego for others, each in a rule and in a template of its own', () => {
    const policy = conftestPolicy(intentIds);
    expect(intentIds.filter((id) => !policy.includes(`"intent": "${id}"`))).toEqual([]);
    expect(new Set(intentIds.flatMap((id) => gatorObjects(id)).map((one) => JSON.stringify(one))).size).toBe(
      2 * intentIds.length,
    );
  });
});

describe('statistics', () => {
  it('are the middle and the quarters, and the slope of logarithms', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ quarter: 1.75, median: 2.5, threeQuarters: 3.25 });
    expect(exponentOf([1, 2, 4].map((size) => ({ size, time: 3 * size ** 2 })))).toBe(2);
  });
});
