import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { exampleValue, objectOfKind } from '../../../policies/engine/examples/example-object';
import { decodeText } from '../../../resources/read/folder';
import { readForeignKubernetes, readKubernetes } from '../../../resources/read/kubernetes';
import { readTerraform } from '../../../resources/read/terraform/terraform';
import { findJsonEnd } from '../../../resources/read/text/json-end';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { TextPlaces } from '../../../resources/read/text/text-places';
import type { TextPosition } from '../../../resources/text-position';
import { namedRules } from '../../../scripts/rules/rule-pack-text';
import { writtenAssembly } from '../../support/written/written-assembly';
import { bendText, edits } from './kit/bend-text';

const FILES_OF_EACH = 12;
const LENGTH_MAX = 20_000;

interface Sources {
  readonly kubernetes: readonly string[];
  readonly terraform: readonly string[];
}

let sources: Sources = { kubernetes: [], terraform: [] };

/** Files of an assembly, none too long to be read thousands of times, and the healthy objects of all rules. */
beforeAll(async () => {
  const { folder, manifest } = await writtenAssembly('sandbox');
  const texts = (engine: string): readonly string[] =>
    manifest.files
      .filter((one) => one.engine === engine)
      .map((one) => readFileSync(join(folder, one.path), 'utf8').slice(0, LENGTH_MAX))
      .slice(0, FILES_OF_EACH);
  const targets = [...new Set(namedRules.map(({ rule }) => rule.tree.on))];
  const healthy = targets.map((on) => {
    const [{ kinds, root = [] }] = on.shapes;
    return JSON.stringify(objectOfKind(exampleValue(on, {}), root, kinds[0]), null, 2);
  });
  sources = { kubernetes: [...texts('kubernetes'), ...healthy], terraform: texts('terraform') };
});

const lineCount = (text: string): number => text.split(/\r\n?|\n/).length;

function isPlaceIn(text: string, position: TextPosition | undefined): boolean {
  return position !== undefined && position.line <= lineCount(text) && position.line >= 1 && position.column >= 1;
}

/** Reads a text twice; gives what is wrong with the reading. */
function faultsOf(text: string): readonly string[] {
  const reading = readForeignKubernetes(text);
  const places = new TextPlaces(text);
  const unlocated = reading.troubles.filter((one) => one.detail === '' || !isPlaceIn(text, one.position));
  const lost = reading.objects.filter(({ steps = [] }) => !isPlaceIn(text, places.find([...steps, 'spec', 0, 'x'])));
  const isSame = JSON.stringify(readForeignKubernetes(text)) === JSON.stringify(reading);
  return [
    ...unlocated.map(({ detail }) => `no place: ${detail}`),
    ...lost.map(({ address }) => `no place of ${address}`),
    ...(isSame ? [] : ['read twice, and not the same']),
  ];
}

describe('the readers', () => {
  it('read what was changed in a real manifest, or tell the place where they can not', () => {
    let troubles = 0;
    fc.assert(
      fc.property(fc.nat(), edits, (index, changes) => {
        const whole = sources.kubernetes[index % sources.kubernetes.length] ?? '';
        const text = bendText(whole, changes).toWellFormed();
        expect(faultsOf(text)).toEqual([]);
        troubles += readKubernetes(text).troubles.length > 0 ? 1 : 0;
      }),
      { seed: 23, numRuns: 300 },
    );
    expect(troubles).toBeGreaterThan(100);
  });

  it('read what was changed in Terraform, or tell the place where they can not', () => {
    let troubles = 0;
    fc.assert(
      fc.property(fc.nat(), edits, (index, changes) => {
        const whole = sources.terraform[index % sources.terraform.length] ?? '';
        const text = bendText(whole, changes).toWellFormed();
        const { troubles: found } = readTerraform(text);
        troubles += found.length;
        const broken = found.filter((one) => one.address === '' && one.detail.startsWith('no JSON'));
        expect(broken.filter((one) => !isPlaceIn(text, one.position))).toEqual([]);
      }),
      { seed: 29, numRuns: 200 },
    );
    expect(troubles).toBeGreaterThan(50);
  });

  it('read random bytes and random characters, or tell the place where they can not', () => {
    const bytes = fc.uint8Array({ maxLength: 60 }).map((one) => decodeText(Buffer.from(one)) ?? '');
    const characters = fc.string({ unit: 'binary', maxLength: 60 }).map((one) => one.toWellFormed());
    const signs = fc.string({ unit: fc.constantFrom(...' \n\t:-?[]{},&*!|>\'"#%@`a0<\r\\~.'), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(bytes, characters, signs, signs), (text) => {
        expect(faultsOf(text)).toEqual([]);
      }),
      { seed: 31, numRuns: 1_000 },
    );
  });
});

describe('findJsonEnd()', () => {
  it('goes to the end of a text exactly when it is JSON, or the beginning of some', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'{}[],:"\\u01eE+-.truefalsn \n\t'), maxLength: 12 });
    const bent = fc.tuple(fc.json({ maxDepth: 3 }), edits).map(([text, changes]) => bendText(text, changes));
    fc.assert(
      fc.property(fc.oneof(signs, bent, fc.json()), (text) => {
        const isWhole = isJson(text);
        const end = findJsonEnd(text);
        expect(end).toBeLessThanOrEqual(text.length);
        if (isWhole) expect(end).toBe(text.length);
        // What stands before the place is no reason to refuse: some JSON begins like this.
        expect(findJsonEnd(text.slice(0, end))).toBe(end);
        expect(parseStrictJson(text).ok && !isWhole).toBe(false);
      }),
      { seed: 37, numRuns: 2_000 },
    );
  });

  it.each([
    ['a list that ends in a comma', '[1,]', 3],
    ['a key without quotes', '{"a":1,b:2}', 7],
    ['a second value', '{} {}', 3],
    ['a text with a line end', '"a\nb"', 2],
    ['an unknown escape', String.raw`"a\x"`, 2],
    ['a number with a leading zero', '[01]', 2],
    ['a closing bracket of another kind', '[{]', 2],
    ['a text that ends too early', '{"a":"b', 7],
    ['nothing', '', 0],
  ])('stops in %s', (_, text, end) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonEnd(text)).toBe(end);
  });

  it('takes no stack, however deep the nesting', () => {
    expect(findJsonEnd(`${'[{"a":'.repeat(100_000)}x`)).toBe(600_000);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
