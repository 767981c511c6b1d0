import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateAssembly } from '../../../cli/gate-assembly';
import { judgeOnce } from '../../../cli/report/judge-once';
import { loadRules } from '../../../cli/load-rules';
import { runGate } from '../../../cli/run-gate';
import { reportReachability } from '../../../reports/report-reachability';
import { sortedJson } from '../../../reports/sorted-json';
import { digestOf } from '../../../resources/digest';
import { captureIo } from '../../support/capture-io';
import { makeWorkplace } from '../../support/written/workplace';
import { copyAssembly } from '../../support/written/written-assembly';

const gateDay = (): Date => new Date('2026-12-01T03:00:00Z');
const { folder: place, remove } = makeWorkplace();
const passed = join(place, 'passed');
const folder = join(place, 'assembly');
const evaluations = `${folder}.evaluations.json`;
const reachability = `${folder}.reachability.json`;

describe('a report of an assembly that the gate let pass', () => {
  beforeAll(async () => {
    await copyAssembly('sandbox', passed);
    runGate(passed, captureIo({ now: gateDay, cwd: place }).io);
  });
  beforeEach(() => {
    for (const suffix of ['', '.certificate.json', '.evaluations.json', '.reachability.json']) {
      rmSync(`${folder}${suffix}`, { recursive: true, force: true });
      cpSync(`${passed}${suffix}`, `${folder}${suffix}`, { recursive: true });
    }
  });
  afterAll(remove);

  /** What a report rests on, and whether rules were applied for it. */
  const judge = (now = gateDay) => {
    const { io, err } = captureIo({ now, cwd: place });
    const gated = judgeOnce(folder, io);
    return { gated, isAnew: !err().includes('as the gate wrote down') };
  };

  it('rests on what the gate wrote down on that day, which is what judging again would say', () => {
    const { gated, isAnew } = judge();
    const again = gateAssembly(folder, loadRules({ cwd: place }), '2026-12-01');
    expect(isAnew).toBe(false);
    expect(JSON.parse(JSON.stringify(gated.evaluation))).toEqual(JSON.parse(JSON.stringify(again.evaluation)));
    const { reachabilityDigest, ...certificate } = gated.certificate;
    expect(certificate).toEqual(JSON.parse(JSON.stringify(again.certificate)));
    expect(reachabilityDigest).toBe(digestOf(readFileSync(reachability)));
    expect(gated.evaluation.evaluations).toBeGreaterThan(10_000);
  });

  it('tells of the paths that the gate counted, which is what solving the clusters again would tell', () => {
    const { gated } = judge();
    expect(sortedJson(gated.reachability)).toBe(sortedJson(reportReachability(gated.view)));
    expect(gated.reachability?.totals.proved).toBeGreaterThan(100);
  });

  it.each<[string, () => void]>([
    [
      'were changed',
      () => writeFileSync(reachability, readFileSync(reachability, 'utf8').replace('"closed":', '"open":')),
    ],
    ['are missing', () => rmSync(reachability)],
  ])('takes no counts of paths that %s, and still rests on the evaluations', (_, spoil) => {
    spoil();
    const { gated, isAnew } = judge();
    expect([isAnew, gated.reachability]).toEqual([false, undefined]);
  });

  it('judges anew on another day, when an exception or a date may say otherwise', () => {
    const { gated, isAnew } = judge(() => new Date('2026-12-02T03:00:00Z'));
    expect([isAnew, gated.evaluation.today]).toEqual([true, '2026-12-02']);
  });

  it('judges anew when a file is no longer what its manifest says, and tells so', () => {
    appendFileSync(join(folder, 'cloudformation/leased-hanoi.template.json'), ' ');
    const { gated, isAnew } = judge();
    expect([isAnew, gated.evaluation.verdict]).toEqual([true, 'incomplete']);
    expect(gated.evaluation.integrity.map(({ kind }) => kind)).toEqual(['digest-differs']);
  });

  it.each<[string, () => void]>([
    ['were changed', () => writeFileSync(evaluations, readFileSync(evaluations, 'utf8').replace('pods/', 'pods-'))],
    ['are missing', () => rmSync(evaluations)],
    ['are cut short', () => writeFileSync(evaluations, readFileSync(evaluations).subarray(0, 1_000))],
  ])('judges anew when the evaluations %s', (_, spoil) => {
    spoil();
    expect(judge().isAnew).toBe(true);
  });

  it('judges anew when the certificate was written by other rules', () => {
    const file = `${folder}.certificate.json`;
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/"bundleDigest":"sha256:.{4}/, '"bundleDigest":"sha256:0000'),
    );
    expect(judge().isAnew).toBe(true);
  });
});
