import type { PolicyException } from '../../../../model/model';
import { policyCatalog } from '../../../../policies/catalog';
import { evaluate } from '../../../../policies/evaluate';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { ruleSetOf } from '../../../support/rule-set-of';

/** Which exception, of which rule, and what the rule judges. */
export interface ExceptionFor extends Pick<PolicyException, 'id' | 'policy'> {
  readonly subject: string;
}

/** The exception that the gate needs to accept what a rule finds about a subject; it counts in autumn 2026. */
export function exceptionFor(view: AssemblyView, { id, policy, subject }: ExceptionFor): PolicyException {
  const rules = ruleSetOf(policyCatalog.filter((one) => one.id === policy));
  const { results } = evaluate(rules, { view, today: '2026-10-01' }, []);
  const found = results.flatMap(({ fail }) => fail).find((one) => one.subject === subject);
  if (found === undefined) throw new Error(`${policy} finds nothing in ${subject}`);
  return {
    id,
    policy,
    resource: subject,
    value: found.value,
    owner: 'p01',
    reason: 'Moves to the new machines until the end of the year.',
    approver: 'Board',
    from: '2026-09-01',
    expires: '2026-11-30',
    origin: [`exceptions/${id}`],
  };
}
