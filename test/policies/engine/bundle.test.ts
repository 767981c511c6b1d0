import fc from 'fast-check';
import { policyCatalog } from '../../../policies/catalog';
import { definePolicy, pass } from '../../../policies/define-policy';
import { findBundleFaults, type BundleSource } from '../../../policies/engine/bundle/find-bundle-faults';
import { bundleDigest, bundleText, describeRules } from '../../../policies/engine/bundle/rule-bundle';
import { Sources } from '../../../policies/engine/bundle/sources';
import { isRule } from '../../../policies/engine/language/define-rule';
import type { NamedPolicy } from '../../../policies/evaluation';

const sources: Record<string, string> = {
  'policies/a/p.ts': "import { part } from './part';\nimport { other } from '../../resources/other';\n",
  'policies/a/part.ts': 'export const part = 1;\n',
  'policies/b/q.ts': '',
};
const read = (path: string): string | undefined => sources[path];

function named(id: string, force: 'block' | 'warn' = 'block'): NamedPolicy {
  const text = { vi: 'v', en: 'e' };
  const controls = ['d331-30.8'] as const;
  const policy = { title: text, force, controls, why: text, fix: text, subjects: () => [], check: () => pass };
  return { id, policy: definePolicy(policy) };
}

const loaded = describeRules([named('b/q'), named('a/p')], read);
const of = (text: string): BundleSource => ({ ok: true, text });
const faults = (source: BundleSource, program = loaded) =>
  findBundleFaults(source, program).map(({ kind, rule, got }) => [kind, rule, got]);

describe('describeRules()', () => {
  const bundle = describeRules(policyCatalog, read);

  it('tells every rule, trees as all that they say, functions by the digest of their source', () => {
    expect(bundle.count).toBe(policyCatalog.length);
    expect(bundle.rules.filter(({ tree }) => tree !== undefined)).toHaveLength(
      policyCatalog.filter(({ policy }) => isRule(policy)).length,
    );
    expect(bundle.rules.every(({ tree, code }) => (tree === undefined) !== (code === undefined))).toBe(true);
  });

  it('is read back as it was written', () => {
    const parsed = JSON.parse(bundleText(bundle)) as typeof bundle & { readonly digest: string };
    const { digest, ...stated } = parsed;
    expect(digest).toBe(bundleDigest(bundle));
    expect(bundleDigest(stated)).toBe(digest);
  });

  it('doesn’t depend on the order of policies', () => {
    expect(bundleText(describeRules(policyCatalog.toReversed(), read))).toBe(bundleText(bundle));
  });
});

describe('Sources', () => {
  const digest = (bend: Readonly<Record<string, string | undefined>> = {}): string =>
    new Sources((path) => (path in bend ? bend[path] : sources[path])).digestOf(['policies/a/p.ts']);

  it('changes with the file, and with what it imports below policies', () => {
    expect(digest({ 'policies/a/p.ts': '' })).not.toBe(digest());
    expect(digest({ 'policies/a/part.ts': 'export const part = 2;\n' })).not.toBe(digest());
  });

  it('doesn’t change with a file that it doesn’t import', () => {
    expect(digest({ 'policies/b/q.ts': 'x' })).toBe(digest());
  });

  it('tells an empty file from none', () => {
    expect(digest({ 'policies/a/part.ts': '' })).not.toBe(digest({ 'policies/a/part.ts': undefined }));
  });
});

describe('findBundleFaults()', () => {
  const text = bundleText(loaded);

  it('finds nothing where the program has the rules of the bundle', () => {
    expect(faults(of(text))).toEqual([]);
  });

  it('says that there is no bundle, or that it can’t be read', () => {
    expect(faults({ ok: false, kind: 'bundle-missing', detail: 'no file' })).toEqual([
      ['bundle-missing', '', 'no file'],
    ]);
  });

  it('finds every truncation: no part of a bundle is one', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 2), (length) => {
        expect(faults(of(text.slice(0, length)))).toEqual([
          ['bundle-unreadable', '', expect.stringContaining('no JSON')],
        ]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('finds every changed character but white space, by what it broke or by the digest', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        fc.pre(!/\s/.test(text.charAt(at)));
        const changed = `${text.slice(0, at)}${text.charAt(at) === '1' ? '2' : '1'}${text.slice(at + 1)}`;
        expect(faults(of(changed))).not.toEqual([]);
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it('names rules that the program lacks, has beside, or has otherwise', () => {
    const program = describeRules([named('a/p', 'warn'), named('c/r')], read);
    expect(faults(of(text), program)).toEqual([
      ['rule-differs', 'a/p', 'other force'],
      ['rule-missing', 'b/q', 'not in the program'],
      ['rule-unstated', 'c/r', 'a rule of the program'],
    ]);
  });

  it('names a rule whose function was changed, and an engine that was', () => {
    const changed = (path: string) => (path === 'policies/a/part.ts' ? 'changed' : read(path));
    expect(faults(of(text), describeRules([named('a/p'), named('b/q')], changed))).toEqual([
      ['rule-differs', 'a/p', 'other code'],
    ]);
    const engine = (path: string) => (path === 'policies/evaluate.ts' ? 'changed' : read(path));
    expect(faults(of(text), describeRules([named('a/p'), named('b/q')], engine))).toEqual([
      ['engine-differs', '', expect.stringMatching(/^sha256:/)],
    ]);
  });

  it('is not content with a digest that fits: the count must too', () => {
    const forged = { ...loaded, count: 1 };
    expect(faults(of(bundleText(forged)))).toEqual([['rule-count-differs', '', '2 rules']]);
  });

  it.each(['null', '[]', '{}', '"text"', '{"formatVersion":1,"digest":"","engine":"","count":0,"rules":[1]}'])(
    'refuses %s',
    (other) => {
      expect(faults(of(other))).toEqual([['bundle-unreadable', '', 'JSON of another form']]);
    },
  );
});
