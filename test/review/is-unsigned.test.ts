import { riskClassNames } from '../../model/approvals/risk-class';
import type { Signer } from '../../model/approvals/approvals';
import type { ReviewedState } from '../../review/reviewed-state';
import { isUnsigned } from '../../review/risks/find-risks';
import { healthyModel } from '../support/healthy-model';
import { viewOf } from '../support/view-of';
import { signerOf } from '../evidence/signatures/kit/records';

/** A state in which every change asks for two roles, and these people are named. */
function stateWith(signers: readonly Signer[]): ReviewedState {
  const need = { signatures: 2, of: ['security', 'operations'] };
  const model = healthyModel();
  const needs = { ...model.approvals.needs, ...Object.fromEntries(riskClassNames.map((name) => [name, need])) };
  const view = viewOf({ model: { ...model, approvals: { ...model.approvals, needs, signers } } });
  return { view, rules: '', findings: [] };
}

describe('isUnsigned()', () => {
  it('holds where nobody is named, or only people who sign records of manual controls', () => {
    expect(isUnsigned(undefined)).toBe(true);
    expect(isUnsigned(stateWith([]))).toBe(true);
    expect(isUnsigned(stateWith([signerOf({ roles: ['inspection'] })]))).toBe(true);
  });

  it('asks a state that doesn’t know every class of risk for those that it knows', () => {
    const state = stateWith([signerOf({ roles: ['operations'] })]);
    const { approvals } = state.view.model;
    const { 'other-changed': _, ...known } = approvals.needs;
    Object.defineProperty(state.view.model, 'approvals', { value: { ...approvals, needs: known } });
    expect(isUnsigned(state)).toBe(false);
  });

  it('does not hold as soon as one person has a role that a change asks for', () => {
    expect(isUnsigned(stateWith([signerOf({ roles: ['inspection', 'operations'] })]))).toBe(false);
    expect(isUnsigned(stateWith([signerOf(), signerOf({ id: 'binh', roles: ['security'] })]))).toBe(false);
  });
});
