import { catalogGenerators } from '../../scripts/catalogs';
import { findStale } from '../../scripts/generated-file';
import { referenceGenerators } from '../../scripts/reference/pages';
import { schemaGenerators } from '../../scripts/schema/schema-generators';
import { shapeGenerators } from '../../scripts/shapes/shapes';
import { schemaCacheFolder } from '../support/schemas/schema-cache';
import { ruleGenerators } from '../../scripts/rules/rule-generators';

describe('generated files', () => {
  it('are what their generators render; npm run gen repairs them', () => {
    expect(findStale([...catalogGenerators, ...referenceGenerators, ...ruleGenerators, ...schemaGenerators])).toEqual(
      [],
    );
  });

  it('say of the kinds that rules can be about what the official schemas say', () => {
    const shapes = shapeGenerators(schemaCacheFolder());
    // Where the schemas can't be had, the tests of the schemas are skipped by name and say why.
    expect(shapes.ok ? findStale(shapes.generators) : []).toEqual([]);
  });

  it('are stale when they are missing or hold something else', () => {
    const missing = { output: 'docs/reference/missing.md', render: () => 'text' };
    const other = { output: 'package.json', render: () => 'text' };
    expect(findStale([missing, other])).toEqual(['docs/reference/missing.md', 'package.json']);
  });
});
