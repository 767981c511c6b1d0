import type { Generator } from '../generated-file';
import { commandsPage } from './commands-page';
import { comparisonPage } from './comparison-page';
import { controlsPage } from './controls-page';
import { coveragePage } from './coverage-page';
import { mutantsPage } from './mutants-page';
import { policiesPage } from './policies-page';
import { reportFilesPage } from './report-files-page';
import { segmentationMutantsPage } from './segmentation-mutants-page';

/** The reference pages that follow from the catalogs. */
export const referenceGenerators: readonly Generator[] = [
  { output: 'docs/reference/commands.md', render: commandsPage },
  { output: 'docs/reference/comparison.md', render: comparisonPage },
  { output: 'docs/reference/controls.md', render: controlsPage },
  { output: 'docs/reference/coverage.md', render: coveragePage },
  { output: 'docs/reference/mutants.md', render: mutantsPage },
  { output: 'docs/reference/policies.md', render: policiesPage },
  { output: 'docs/reference/report-files.md', render: reportFilesPage },
  { output: 'docs/reference/segmentation-mutants.md', render: segmentationMutantsPage },
];
