import fc from 'fast-check';
import { foldLedger, leftOverOf } from '../../../delivery/ledger/delivery-ledger';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { deliveredObject, deliveryRecord } from './delivered';

const at = '2026-11-26T00:00:00Z';

function run(digest: string): JournalEntry {
  return { kind: 'run', run: 1, at, environment: 'test', assemblyDigest: digest, steps: [] };
}
const begin = (step: string): JournalEntry => ({ kind: 'begin', run: 1, at, step });
const removed = (...objects: string[]): JournalEntry => ({
  kind: 'removed',
  run: 1,
  at,
  target: 'x',
  mode: 'destroy',
  objects,
});

describe('foldLedger()', () => {
  const records = new Map([
    ['one', deliveryRecord('one', { a: ['a1', 'a2'], b: ['b1'] })],
    ['two', deliveryRecord('two', { a: ['a1'] })],
  ]);
  const fold = (...entries: JournalEntry[]) => foldLedger(entries, (digest) => records.get(digest));

  it('counts every object of a step that began, ended or not, and none of a step that did not', () => {
    expect([...fold(run('one'), begin('a')).objects.keys()]).toEqual(['a1', 'a2']);
  });

  it('keeps what a later assembly no longer brings, until it is said to be removed', () => {
    const ledger = fold(run('one'), begin('a'), begin('b'), run('two'), begin('a'));
    expect(leftOverOf(ledger, new Set(['a1'])).map(({ id }) => id)).toEqual(['a2', 'b1']);
    const after = fold(run('one'), begin('a'), begin('b'), run('two'), begin('a'), removed('a2'));
    expect(leftOverOf(after, new Set(['a1'])).map(({ id }) => id)).toEqual(['b1']);
  });

  it('counts again what is brought again after it was removed', () => {
    const ledger = fold(run('one'), begin('a'), removed('a1'), begin('a'));
    expect([...ledger.objects.keys()].toSorted()).toEqual(['a1', 'a2']);
  });

  it('takes all that a cluster held as gone when its name stands for another one, and nothing when it is the same', () => {
    const cluster = (uid: string): JournalEntry => ({ kind: 'cluster', run: 1, at, cluster: 'dc-north-shared-0', uid });
    const same = fold(run('one'), cluster('x'), begin('a'), run('two'), cluster('x'), begin('b'));
    expect([...same.objects.keys()]).toEqual(['a1', 'a2']);
    const other = fold(run('one'), cluster('x'), begin('a'), run('two'), cluster('y'), begin('a'));
    expect([...other.objects.keys()]).toEqual(['a1']);
    const elsewhere = { ...cluster('y'), cluster: 'dc-south-shared-0' } as JournalEntry;
    expect([...fold(run('one'), cluster('x'), begin('a'), elsewhere).objects.keys()]).toEqual(['a1', 'a2']);
  });

  it('refuses a journal whose record is missing, since nothing could be told to be left over', () => {
    expect(() => fold(run('three'))).toThrow('the record of three is missing beside the journal');
  });

  it('holds exactly what a plain list of brought and removed objects holds', () => {
    const entry = fc.oneof(
      fc.constantFrom('a', 'b').map(begin),
      fc.subarray(['a1', 'a2', 'b1']).map((ids) => removed(...ids)),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const present: Record<string, boolean> = {};
        for (const one of entries) {
          if (one.kind === 'begin') for (const id of one.step === 'a' ? ['a1', 'a2'] : ['b1']) present[id] = true;
          if (one.kind === 'removed') for (const id of one.objects) present[id] = false;
        }
        const want = Object.keys(present).filter((id) => present[id] === true);
        expect([...fold(run('one'), ...entries).objects.keys()].toSorted()).toEqual(want.toSorted());
      }),
    );
  });

  it('keeps the tenant of each object, so that a removal finds what is its own', () => {
    expect(fold(run('one'), begin('b')).objects.get('b1')).toEqual(deliveredObject('b1', { step: 'b' }));
  });
});
