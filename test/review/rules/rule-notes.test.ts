import type { PolicyResult } from '../../../policies/evaluation';
import type { StatedRule } from '../../../policies/engine/diff/stated/stated-rules';
import type { KeptVerdicts, ReviewedState } from '../../../review/reviewed-state';
import { ruleNotes, type RuleNote } from '../../../review/rules/rule-notes';
import { idOf, viewOf } from '../../support/view-of';

const POLICY = 'resilience/require-replicas';
const web = idOf('Deployment', 'web', 'x');
const text = { vi: 'luật', en: 'rule' };

function rule(code: string): StatedRule {
  return { id: POLICY, force: 'block', controls: [], title: text, why: text, fix: text, code };
}

function state(code: string, verdicts?: KeptVerdicts): ReviewedState {
  return {
    view: viewOf(),
    rules: `sha256:${'1'.repeat(64)}`,
    stated: { engine: 'engine', rules: [rule(code)] },
    findings: [],
    verdicts,
  };
}

function result(bend: Partial<PolicyResult>): readonly PolicyResult[] {
  const none = { pass: [], fail: [], unknown: [], skip: [], error: [] };
  return [{ policy: POLICY, force: 'block', subjects: 1, ...none, vacuous: 'no', blocks: false, ...bend }];
}

const finding = { policy: POLICY, subject: web, where: 'spec.replicas', got: '1', want: '2', value: '1' };
const fails = result({ fail: [finding] });
const passes = result({ pass: [web] });
const waived = result({ skip: [{ ...finding, verdict: 'fail', exception: 'drill' }] });

function noteOf(verdicts?: KeptVerdicts): RuleNote | undefined {
  return ruleNotes(state('sha256:a', verdicts), state('sha256:b')).notes[0];
}

describe('ruleNotes()', () => {
  it('names the object of which a changed function says otherwise than it said when that was deployed', () => {
    const note = noteOf({ ofThen: fails, ofNow: passes });
    expect(note?.kind).toBe('loosening-found');
    expect(note?.looser).toEqual({
      vi: `${web} (đang có) tại spec.replicas: trước đây không đạt, nay đạt`,
      en: `${web} (inventory) at spec.replicas: failed before, passes now`,
    });
    expect(noteOf({ ofThen: passes, ofNow: fails })?.kind).toBe('tightening-found');
  });

  it('never calls a function tightened or equal of which it found no object', () => {
    const note = noteOf({ ofThen: passes, ofNow: passes });
    expect([note?.kind, note?.looser.en, note?.stricter.en]).toEqual(['opaque', '', '']);
    expect(note?.sentences.map(({ en }) => en)).toEqual([
      'No loosening found in 1 objects, which is no proof.',
      'No tightening found in 1 objects, which is no proof.',
    ]);
    expect(noteOf()?.sentences[0]?.en).toBe('No loosening found in 0 objects, which is no proof.');
  });

  it('takes no waiver for a change of the rule that it excuses', () => {
    expect(noteOf({ ofThen: waived, ofNow: fails })?.kind).toBe('opaque');
    expect(noteOf({ ofThen: waived, ofNow: passes })?.kind).toBe('loosening-found');
  });
});
