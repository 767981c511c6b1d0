import type { Log } from 'sarif';
import type { PolicyException } from '../../../model/model';
import { definePolicy, fail, pass, unknown, type Judgement, type Policy } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { Judged } from '../../../reports/findings/judged';
import { renderJunit } from '../../../reports/findings/junit';
import { renderSarif } from '../../../reports/findings/sarif';
import { TODAY } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { ruleSetOf } from '../../support/rule-set-of';

const text = { vi: 'Chữ', en: 'words' };

const exception: PolicyException = {
  id: 'window',
  policy: 'a/blocks',
  resource: 'excused',
  value: 'w=g;',
  owner: 'p01',
  reason: 'A migration window.',
  approver: 'Approval 12',
  from: '2026-09-01',
  expires: '2026-12-01',
  origin: ['exceptions/window'],
};

type Verdicts = Readonly<Record<string, () => Judgement>>;

function policy(verdicts: Verdicts, force: Policy['force'] = 'block'): Policy {
  const subjects = () => Object.keys(verdicts).map((id) => ({ id, file: 'kubernetes/a b.yaml' }));
  const check: Policy['check'] = ({ id }) => (verdicts[id] ?? (() => pass))();
  return definePolicy({ title: text, force, controls: ['d331-30.8'], why: text, fix: text, subjects, check });
}

function judged(policies: Readonly<Record<string, Policy>>, exceptions: readonly PolicyException[] = []): Judged {
  const named = Object.entries(policies).map(([id, one]) => ({ id, policy: one }));
  return {
    evaluation: evaluate(ruleSetOf(named), { view: viewOf(), today: TODAY }, exceptions),
    policies: named,
    exceptions,
  };
}

const broken = (): never => {
  throw new RangeError('no such thing');
};
const wrong = (): Judgement => fail('w', 'g', 'r');
const mixed = judged(
  {
    'a/blocks': policy({ good: () => pass, bad: wrong, unclear: () => unknown('w', '?', 'r'), excused: wrong }),
    'a/warns': policy({ soft: wrong }, 'warn'),
    'a/breaks': policy({ odd: broken }),
  },
  [exception],
);

describe('renderSarif()', () => {
  const log = (given: Judged): Log => JSON.parse(renderSarif(given)) as Log;

  it('tells every finding with its level, place and a print that stays, and passes nowhere', () => {
    const [run] = log(mixed).runs;
    expect(run?.results?.map(({ ruleId, level, message }) => [ruleId, level, message.text])).toEqual([
      ['a/blocks', 'error', 'w: got g, want r'],
      ['a/blocks', 'error', "can't be told: w: got ?, want r"],
      ['a/blocks', 'error', 'w: got g, want r'],
      ['a/warns', 'warning', 'w: got g, want r'],
    ]);
    expect(run?.results?.[0]?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'kubernetes/a%20b.yaml' } },
        logicalLocations: [{ fullyQualifiedName: 'bad w', kind: 'resource' }],
      },
    ]);
    const prints = run?.results?.map((one) => one.partialFingerprints?.['finding/v1']);
    expect(new Set(prints).size).toBe(4);
  });

  it('suppresses what an exception excuses, with its reason, and nothing else', () => {
    const suppressions = log(mixed).runs[0]?.results?.map((one) => one.suppressions);
    const excused = {
      kind: 'external',
      status: 'accepted',
      justification: 'window: A migration window. (Approval 12)',
    };
    expect(suppressions).toEqual([undefined, undefined, [excused], undefined]);
  });

  it('names each rule of the catalogue with its clauses, in both languages', () => {
    expect(log(mixed).runs[0]?.tool.driver.rules?.[0]).toMatchObject({
      id: 'a/blocks',
      shortDescription: { text: 'words' },
      properties: { tags: ['d331-30.8'], vi: { title: 'Chữ' } },
    });
  });

  it.each([
    ['a rule broke', mixed, /RangeError: no such thing/],
    ['a rule had nothing to apply to', judged({ 'a/empty': policy({}) }), /proves nothing/],
    ['no exception excuses what it names', judged({ 'a/blocks': policy({ s: () => pass }) }, [exception]), /unused/],
  ])('says so where %s', (_, given, message) => {
    const notes = log(given).runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes.map((one) => one.message.text).join()).toMatch(message);
  });

  it.each([
    ['without rules', judged({}), false],
    ['with a rule that broke', mixed, false],
    ['with findings alone', judged({ 'a/blocks': policy({ bad: wrong }) }), true],
  ])('calls a run %s successful or not', (_, given, isSuccessful) => {
    expect(log(given).runs[0]?.invocations?.[0]?.executionSuccessful).toBe(isSuccessful);
  });
});

describe('renderJunit()', () => {
  it('has a suite for each rule, a case for each finding, and one for what is as required', () => {
    expect(renderJunit(mixed)).toMatchInlineSnapshot(`
"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ndc gate">
  <testsuite name="rules" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="rules" name="the rules are those of their bundle"/>
  </testsuite>
  <testsuite name="integrity" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="integrity" name="all that was read is as stated"/>
  </testsuite>
  <testsuite name="exceptions" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="exceptions" name="every exception excuses what it says"/>
  </testsuite>
  <testsuite name="a/blocks" tests="4" failures="2" errors="0" skipped="1">
    <testcase classname="a/blocks" name="1 subject as required"/>
    <testcase classname="a/blocks" name="bad w"><failure message="got g, want r, at kubernetes/a b.yaml"/></testcase>
    <testcase classname="a/blocks" name="unclear w"><failure message="can't be told: got ?, want r, at kubernetes/a b.yaml"/></testcase>
    <testcase classname="a/blocks" name="excused w"><skipped message="excused by window"/></testcase>
  </testsuite>
  <testsuite name="a/breaks" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="a/breaks" name="odd"><error message="RangeError: no such thing"/></testcase>
  </testsuite>
  <testsuite name="a/warns" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="a/warns" name="soft w"><skipped message="got g, want r, at kubernetes/a b.yaml"/></testcase>
  </testsuite>
</testsuites>
"
`);
  });

  it('escapes what is hostile, and loses none of its lines', () => {
    const hostile = judged({ 'a/b': policy({ '<x y="1">&\u0000\u001B\uD800\n]]>': wrong }) });
    const xml = renderJunit(hostile);
    expect(xml).toContain('name="&lt;x y=&quot;1&quot;&gt;&amp;⟦U+0000⟧⟦U+001B⟧⟦U+D800⟧&#10;]]&gt; w"');
  });
});
