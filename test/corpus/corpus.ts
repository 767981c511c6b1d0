import { brokenApprovals } from './broken-approvals';
import { brokenAttestations } from './broken-attestations';
import type { BrokenFact } from './broken-fact';
import { brokenFlows } from './broken-flows';
import { brokenPlaces } from './broken-places';
import { brokenShapes } from './broken-shapes';
import { brokenSystems } from './broken-systems';

/** Every broken fact. */
export const corpus: readonly BrokenFact[] = [
  ...brokenPlaces,
  ...brokenSystems,
  ...brokenFlows,
  ...brokenShapes,
  ...brokenApprovals,
  ...brokenAttestations,
];
