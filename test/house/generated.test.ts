import { catalogGenerators } from '../../scripts/catalogs';
import { findStale } from '../../scripts/generated-file';
import { referenceGenerators } from '../../scripts/reference/pages';
import { rulePackGenerator } from '../../scripts/rule-pack-text';

describe('generated files', () => {
  it('are what their generators render; npm run gen repairs them', () => {
    expect(findStale([...catalogGenerators, ...referenceGenerators, rulePackGenerator])).toEqual([]);
  });

  it('are stale when they are missing or hold something else', () => {
    const missing = { output: 'docs/reference/missing.md', render: () => 'text' };
    const other = { output: 'package.json', render: () => 'text' };
    expect(findStale([missing, other])).toEqual(['docs/reference/missing.md', 'package.json']);
  });
});
