import { canonicalJson } from '../../../../model/canonical-json';
import { compareRule } from '../../../../policies/engine/diff/compare-rule';
import type { RuleChange } from '../../../../policies/engine/diff/rule-change';
import { TriedRule } from '../../../../policies/engine/diff/objects/tried-rule';
import { describeRuleChange } from '../../../../policies/engine/diff/words/describe-rule-change';
import { expectGolden } from '../../../support/expect-golden';
import { revisionOf, seededEdits, type SeededEdit } from './kit/seeded-edits';
import { catalogExamples, emptyView } from './kit/stated-catalog';

function compared(edit: SeededEdit): RuleChange {
  const example = catalogExamples.get(edit.rule);
  return compareRule(
    { id: edit.rule, ...revisionOf(edit) },
    {
      inventory: emptyView,
      examples: example === undefined ? [] : [example],
      results: { before: undefined, after: undefined },
    },
  );
}

const compares = seededEdits.map((edit) => ({ ...edit, change: compared(edit) }));

/** What a reviewer reads of an edit, with the objects that show it. */
function block({ name, rule, change }: (typeof compares)[number]): string {
  const { headline, sentences } = describeRuleChange(change);
  const shown = [change.loosening, change.tightening].flatMap((one) => (one.kind === 'found' ? [one.witness] : []));
  const objects = shown.map(({ object, namespace }) => `    ${canonicalJson({ object, namespace })}`);
  return [`${name} (${rule})`, `  ${headline.en}`, ...sentences.map(({ en }) => `  ${en}`), ...objects, ''].join('\n');
}

describe('seeded edits of real rules', () => {
  it('are many', () => {
    expect(seededEdits.length).toBeGreaterThanOrEqual(30);
    expect(new Set(seededEdits.map(({ name }) => name)).size).toBe(seededEdits.length);
  });

  it.each(compares)('tells that it is $kind where $name', ({ kind, change }) => {
    expect(change.kind).toBe(kind);
  });

  it('are shown by objects on which the judge of rules says so too', () => {
    for (const edit of compares) {
      const { before, after } = revisionOf(edit);
      for (const movement of [edit.change.loosening, edit.change.tightening]) {
        if (movement.kind !== 'found' || !['condition', 'kinds', 'force', 'scope'].includes(movement.witness.aspect))
          continue;
        const { object, namespace, before: was, after: is } = movement.witness;
        const said = [before, after].map((rule) => {
          if (rule?.tree === undefined) return undefined;
          const kinds = rule.tree.on.shapes.flatMap((shape) => shape.kinds);
          const kind = kinds.find((one) => one.kind === object['kind']);
          if (kind === undefined) return undefined;
          return new TriedRule(rule.tree, rule.force).try({ kind, body: object, namespace }).verdict;
        });
        expect([edit.name, ...said.map((one) => one ?? 'not-judged')]).toEqual([edit.name, was.verdict, is.verdict]);
      }
    }
  });

  it('show an object for every change that isn’t equivalent, and that a tree can tell', () => {
    const shown = compares.filter(({ change }) =>
      [change.loosening, change.tightening].some(({ kind }) => kind === 'found'),
    );
    const silent = compares.filter((one) => !shown.includes(one)).map(({ kind }) => kind);
    expect(new Set(silent)).toEqual(new Set(['equivalent', 'opaque']));
  });

  it('are told in both languages, with paths and conditions as they are', () => {
    const texts = compares.flatMap(({ change }) => {
      const { headline, sentences } = describeRuleChange(change);
      return [headline, ...sentences];
    });
    expect(texts.filter(({ vi, en }) => vi === '' || en === '' || vi === en)).toEqual([]);
  });

  it('read as in the table', () => {
    expectGolden('rule-edits.txt', compares.map(block).join('\n'));
  });
});
