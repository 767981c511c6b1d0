import type { Law } from '../kit/law';
import { docComments } from './doc-comments';
import { engineWalls } from './engine-walls';
import { environmentNames } from './environment-names';
import { escapeHatches } from './escape-hatches';
import { importCycles } from './import-cycles';
import { importMatrix } from './import-matrix';
import { outsideWorld } from './outside-world';
import { policyTests } from './policy-tests';
import { privatePlaces } from './private-places';
import { sizeBudgets } from './size-budgets';
import { snapshots } from './snapshots';
import { statedDefaults } from './stated-defaults';
import { testAssertions } from './test-assertions';
import { tidyTree } from './tidy-tree';

/** Every law of the house, by the name of its file. */
export const laws: Readonly<Record<string, Law>> = {
  'doc-comments': docComments,
  'engine-walls': engineWalls,
  'environment-names': environmentNames,
  'escape-hatches': escapeHatches,
  'import-cycles': importCycles,
  'import-matrix': importMatrix,
  'outside-world': outsideWorld,
  'policy-tests': policyTests,
  'private-places': privatePlaces,
  'size-budgets': sizeBudgets,
  snapshots,
  'stated-defaults': statedDefaults,
  'test-assertions': testAssertions,
  'tidy-tree': tidyTree,
};
