import type { Judgement, Policy, PolicyContext, Subject, Verdict } from '../../policies/define-policy';
import type { AssemblyView } from '../../resources/view/assembly-view';

/** The day on which policies are tried unless a case says otherwise. */
export const TODAY = '2026-10-01';

/** One situation in which a policy is tried. */
export interface PolicyCase {
  readonly view: AssemblyView;
  /** The subject that the case is about.
   * @default - the only subject of the case
   */
  readonly subject?: string;
  /** @default 2026-10-01 */
  readonly today?: string;
}

/** A situation in which a policy finds something. */
export interface FailingCase extends PolicyCase {
  /** @default fail */
  readonly verdict?: 'fail' | 'unknown';
  readonly where: string;
  readonly got: string;
}

/** Named cases: every policy has at least one that passes, one that fails, one that it doesn't apply to. */
export interface PolicyCases {
  readonly passes: Readonly<Record<string, () => PolicyCase>>;
  readonly fails: Readonly<Record<string, () => FailingCase>>;
  /** With `subject`: that one isn't among the subjects; without: there is no subject at all. */
  readonly ignores: Readonly<Record<string, () => PolicyCase>>;
}

/** Tests a policy with named cases; each makes its own view, so no case can disturb another. */
export function describePolicy<S extends Subject>(id: string, policy: Policy<S>, cases: PolicyCases): void {
  describe(`policy ${id}`, () => {
    it.each(['passes', 'fails', 'ignores'] as const)('has a case that it %s', (part) => {
      expect(Object.keys(cases[part])).not.toEqual([]);
    });
    for (const [name, make] of Object.entries(cases.passes)) {
      it(`passes ${name}`, () => {
        expect(judge(policy, make())).toMatchObject({ verdict: 'pass' satisfies Verdict });
      });
    }
    for (const [name, make] of Object.entries(cases.fails)) {
      it(`fails ${name}`, () => {
        const { verdict = 'fail', where, got, ...situation } = make();
        expect(judge(policy, situation)).toMatchObject({ verdict, where, got });
      });
    }
    for (const [name, make] of Object.entries(cases.ignores)) {
      it(`ignores ${name}`, () => {
        const { subject, ...situation } = make();
        const subjects = subjectsOf(policy, situation).map((one) => one.id);
        if (subject === undefined) expect(subjects).toEqual([]);
        else expect(subjects).not.toContain(subject);
      });
    }
  });
}

function contextOf({ view, today = TODAY }: PolicyCase): PolicyContext {
  return { view, today };
}

function subjectsOf<S extends Subject>(policy: Policy<S>, situation: PolicyCase): readonly S[] {
  return [...policy.subjects(contextOf(situation))];
}

function judge<S extends Subject>(policy: Policy<S>, situation: PolicyCase): Judgement {
  const subjects = subjectsOf(policy, situation);
  const ids = subjects.map((one) => one.id);
  if (situation.subject !== undefined) expect(ids).toContain(situation.subject);
  else expect(ids).toHaveLength(1);
  const subject = subjects.find((one) => situation.subject === undefined || one.id === situation.subject);
  if (subject === undefined) throw new Error(`no subject ${situation.subject ?? ''} among ${ids.join(', ')}`);
  return policy.check(subject, contextOf(situation));
}
