import fc from 'fast-check';
import { dossierStates, reached } from '../../../model/tenancy/dossier';

describe('reached()', () => {
  test('follows the legal order of a dossier', () => {
    expect(dossierStates).toEqual(['draft', 'submitted', 'appraised', 'approved', 'ready', 'operating']);
    expect(dossierStates.filter((state) => reached(state, 'approved'))).toEqual(['approved', 'ready', 'operating']);
    expect(dossierStates.filter((step) => reached('submitted', step))).toEqual(['draft', 'submitted']);
  });

  test('is an order: reflexive, and of two states the later has reached the earlier', () => {
    const state = fc.constantFrom(...dossierStates);
    fc.assert(
      fc.property(state, state, (a, b) => reached(a, a) && (reached(a, b) || reached(b, a))),
      { seed: 3, numRuns: 60 },
    );
    fc.assert(
      fc.property(state, state, (a, b) => a === b || reached(a, b) !== reached(b, a)),
      { seed: 3, numRuns: 60 },
    );
  });
});
