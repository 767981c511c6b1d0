import { ResultLedger } from '../../../../delivery/terraform/apply/resource-result';
import type { PlannedChange } from '../../../../delivery/terraform/plan/planned-change';

function change(address: string, action: PlannedChange['action'] = 'create'): PlannedChange {
  const object = { id: address, apiVersion: 'v1', kind: 'Namespace', name: address };
  return { address, type: 't', action, object, owner: { site: 's', cluster: 'c' }, fields: [], isRecreated: false };
}

function hook(type: string, addr: string): { type: string; hook: { resource: { addr: string }; action: string } } {
  return { type, hook: { resource: { addr }, action: 'create' } };
}

describe('ResultLedger', () => {
  it('tells what was done, what failed, what was begun and what was not', () => {
    const ledger = new ResultLedger();
    for (const message of [
      { type: 'planned_change', change: { resource: { addr: 'a.later' }, action: 'create' } },
      hook('apply_start', 'a.done'),
      hook('apply_start', 'a.broken'),
      hook('apply_start', 'a.open'),
      hook('apply_progress', 'a.open'),
      hook('apply_complete', 'a.done'),
      hook('apply_errored', 'a.broken'),
    ]) {
      ledger.take(message);
    }
    const failure = { kind: 'forbidden', message: 'no', address: 'a.broken' } as const;
    const plan = [change('a.done'), change('a.broken'), change('a.open'), change('a.later'), change('a.same', 'no-op')];
    expect(ledger.resultsOf(plan, [failure])).toEqual([
      { address: 'a.done', action: 'create', outcome: 'done', failure: undefined },
      { address: 'a.broken', action: 'create', outcome: 'failed', failure },
      { address: 'a.open', action: 'create', outcome: 'unsettled', failure: undefined },
      { address: 'a.later', action: 'create', outcome: 'not-begun', failure: undefined },
    ]);
  });
});
