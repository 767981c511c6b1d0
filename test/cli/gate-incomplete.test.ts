import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../cli/main';
import { requireCertificate } from '../../cli/require-certificate';
import { runGate } from '../../cli/run-gate';
import { writeReport } from '../../cli/report/write-report';
import { projectRoot } from '../../cli/project';
import { ProblemError, valueOf } from '../../model/problem';
import { definePolicy } from '../../policies/define-policy';
import { BUNDLE_PATH } from '../../policies/engine/bundle/rule-bundle';
import { policyCatalog } from '../../policies/catalog';
import type { Report } from '../../reports/report';
import { readAssembly } from '../../resources/read/read-assembly';
import { captureIo } from '../support/capture-io';
import { ruleSetOf } from '../support/rule-set-of';
import { makeWorkplace } from '../support/written/workplace';
import { copyAssembly } from '../support/written/written-assembly';

const now = (): Date => new Date('2026-12-01T03:00:00Z');
const { folder: place, remove } = makeWorkplace();
const folder = join(place, 'assembly');
const bundle = readFileSync(join(projectRoot(), BUNDLE_PATH), 'utf8');

beforeAll(async () => copyAssembly('sandbox', folder));
afterAll(remove);

/** Codes of the problems for which an assembly may neither be deployed nor leave this machine. */
function refusals(): readonly string[] {
  const { io } = captureIo({ now, cwd: place });
  try {
    requireCertificate(folder, digest(), io);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

const digest = (): string => valueOf(readAssembly(folder)).digest;

async function gate(bundlePath: string) {
  const { io, out } = captureIo({ now, cwd: place });
  const code = await main(['gate', folder, '--rules', bundlePath], io);
  return { code, out: out(), refused: refusals() };
}

function written(text: string): string {
  const path = join(place, 'bundle.json');
  writeFileSync(path, text);
  return path;
}

describe('ndc gate, with rules that are not those of their bundle', () => {
  it.each<[string, () => string, RegExp]>([
    ['is missing', () => join(place, 'none.json'), /bundle-missing {2}all rules\n {6}got {2}no file .*none\.json/],
    ['is truncated', () => written(bundle.slice(0, 5_000)), /bundle-unreadable {2}all rules\n {6}got {2}no JSON/],
    [
      'has the digest of another',
      () => written(bundle.replace('digest":"sha256:', 'digest":"sha256:0')),
      /digest-differs/,
    ],
    [
      'states a rule that the program lacks',
      () => written(bundle.replaceAll('pods/disallow-host-process', 'pods/disallow-something-else')),
      /rule-missing {2}pods\/disallow-something-else/,
    ],
    [
      'states no rule',
      () => written('{"formatVersion":1,"digest":"","engine":"","count":0,"rules":[]}'),
      /rule-unstated/,
    ],
  ])('says incomplete where the bundle %s, and nothing is deployed on it', async (_, path, message) => {
    const { code, out, refused } = await gate(path());
    expect(code).toBe(1);
    expect(out).toMatch(message);
    expect(out).toContain('✘ incomplete: not all was judged, so nothing is proved');
    expect(refused).toEqual(['certificate-not-passed', 'certificate-not-clean']);
  });

  it('passes with the bundle of this program, so that it is the bundle alone that failed', async () => {
    const { code, refused } = await gate(join(projectRoot(), BUNDLE_PATH));
    expect({ code, refused }).toEqual({ code: 0, refused: [] });
  });
});

describe('the gate and the report of what was not judged as a whole', () => {
  const report = (rules = ruleSetOf(policyCatalog)) => {
    const { io } = captureIo({ now, cwd: place });
    const gated = runGate(folder, io, { rules });
    writeReport(gated, { folder: join(place, 'report') }, io);
    const json = JSON.parse(readFileSync(join(place, 'report/report.json'), 'utf8')) as Report;
    const pages = ['html', 'md'].map((one) => readFileSync(join(place, `report/report.${one}`), 'utf8'));
    return { verdict: gated.certificate.verdict, json, pages };
  };
  const INCOMPLETE = 'Incomplete: not all was judged';

  it('say incomplete without any rule', () => {
    const { verdict, json, pages } = report(ruleSetOf([]));
    expect([verdict, json.verdict]).toEqual(['incomplete', 'incomplete']);
    expect(json.blockers.map(({ title }) => title.en)).toEqual(['No rule was applied']);
    expect(pages.every((one) => one.includes(INCOMPLETE))).toBe(true);
  });

  it('say incomplete when a rule throws, even one that only warns, and name it', () => {
    const text = { vi: 'v', en: 'e' };
    const broken = definePolicy({
      title: text,
      force: 'warn',
      controls: ['d331-30.8'],
      why: text,
      fix: text,
      subjects: () => {
        throw new TypeError('it broke');
      },
      check: () => ({ verdict: 'pass' }),
    });
    const { verdict, json, pages } = report(ruleSetOf([...policyCatalog, { id: 'a/broken', policy: broken }]));
    expect([verdict, json.verdict]).toEqual(['incomplete', 'incomplete']);
    expect(json.blockers.map(({ id, examples }) => [id, examples[0]?.got])).toEqual([
      ['a/broken', 'TypeError: it broke'],
    ]);
    expect(pages.every((one) => one.includes(INCOMPLETE))).toBe(true);
  });

  it('say incomplete when a file of the assembly is cut short', () => {
    const file = join(folder, 'kubernetes/ndc-3-shared-0/1-baseline/gateway.yaml');
    const whole = readFileSync(file);
    truncateSync(file, Math.floor(whole.length / 2));
    const { verdict, json } = report();
    writeFileSync(file, whole);
    expect([verdict, json.verdict]).toEqual(['incomplete', 'incomplete']);
    expect(json.blockers.map(({ id }) => id)).toContain('digest-differs');
  });

  it('are refused by a program with other rules, although they passed', () => {
    const { io } = captureIo({ now, cwd: place });
    const gated = runGate(folder, io, { rules: ruleSetOf(policyCatalog) });
    expect(gated.certificate.verdict).toBe('passed');
    expect(refusals()).toEqual(['certificate-of-other-rules']);
  });
});
