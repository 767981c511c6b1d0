import fc from 'fast-check';
import { dossierStates, type DossierState } from '../../../model/tenancy/dossier';
import { declaredStatus } from '../../../reports/site/figures/declared-status';
import { verifiedStatus } from '../../../reports/site/figures/verified-status';
import { declaredTexts, verifiedTexts } from '../../../reports/site/words';

const systems = (...states: readonly DossierState[]) => states.map((state) => ({ dossier: { state } }));
const counts = { pass: 0, fail: 0, unknown: 0, skip: 0, error: 0 };

describe('declaredStatus()', () => {
  it.each([
    ['green', ['operating', 'operating']],
    ['yellow', ['operating', 'approved']],
    ['yellow', ['ready']],
    ['red', ['operating', 'appraised']],
    ['red', ['draft']],
    ['none', []],
  ] as const)('is %s for %j', (status, states) => {
    expect(declaredStatus(systems(...states))).toBe(status);
  });

  it('is never better for one more system than without it', () => {
    const order = ['red', 'yellow', 'green'];
    const state = fc.constantFrom(...dossierStates);
    fc.assert(
      fc.property(fc.array(state, { minLength: 1 }), state, (states, more) => {
        const [before, after] = [declaredStatus(systems(...states)), declaredStatus(systems(...states, more))];
        expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(before));
      }),
    );
  });
});

describe('verifiedStatus()', () => {
  it.each([
    ['holds', { pass: 3 }],
    ['none', {}],
    ['excepted', { pass: 3, skip: 1 }],
    ['unknown', { pass: 3, skip: 1, unknown: 1 }],
    ['fails', { pass: 3, unknown: 1, fail: 1 }],
    ['fails', { pass: 3, error: 1 }],
  ] as const)('is %s for %j', (status, given) => {
    expect(verifiedStatus({ ...counts, ...given })).toBe(status);
  });
});

describe('the words of the two statuses', () => {
  it('share no sign but that of nothing at all, so that declared done never looks verified', () => {
    const sign = ({ vi }: { readonly vi: string }): string => vi.slice(0, 1);
    const declared = Object.values(declaredTexts).map(sign);
    const verified = Object.values(verifiedTexts).map(sign);
    expect(declared.filter((one) => verified.includes(one))).toEqual(['–']);
    expect(new Set(declared).size).toBe(4);
    expect(new Set(verified).size).toBe(5);
  });
});
