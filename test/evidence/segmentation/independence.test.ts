import { importsOf } from '../../house/kit/imports';
import { readTree } from '../../house/kit/read-tree';

/** Lines of each folder, with all that stands in them. */
const LINES_MAX = { segmentation: 300, kubernetes: 600 };

describe('the checker of segmentation', () => {
  const read = readTree().filter(({ path }) => /^evidence\/(?:segmentation|kubernetes)\/.*\.ts$/.test(path));

  it.each(Object.entries(LINES_MAX))('is short enough to be read in one go: evidence/%s', (folder, max) => {
    const files = read.filter(({ path }) => path.startsWith(`evidence/${folder}/`));
    const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    expect(files.length).toBeGreaterThan(0);
    expect(lines).toBeLessThanOrEqual(max);
  });

  it('shares nothing with the engine: it takes the words and values of the model, and a digest', () => {
    const imports = read.flatMap((file) => importsOf(file).map(({ target, specifier }) => target ?? specifier));
    const others = imports.filter((one) => !one.startsWith('evidence/') && !one.startsWith('model/'));
    expect(new Set(others)).toEqual(new Set(['node:crypto']));
    expect(new Set(imports.filter((one) => one.startsWith('model/')))).toMatchInlineSnapshot(`
Set {
  "model/address/cidr",
  "model/address/cover-range",
  "model/canonical-json",
  "model/segmentation/segmentation-certificate",
  "model/group-by",
}
`);
  });
});
