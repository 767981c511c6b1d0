import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import { mayExist } from '../../facts/unsound-facts';
import { nearestName } from '../../nearest-name';
import { EXCEPTION_DAYS_MAX } from '../../limits';

const DAY_MILLISECONDS = 86_400_000;

/** Checks that exceptions name a real policy and owner and don't last too long. */
export function checkExceptions(input: BuildInput, report: Report): void {
  const { facts, policyIds } = input;
  for (const [, { file, value }] of facts.exceptions) {
    if (!policyIds.includes(value.policy)) {
      const near = nearestName(value.policy, policyIds);
      complain(report, [file, 'policy'], {
        code: 'exception-for-unknown-policy',
        what: 'no policy has this id, so the exception would except nothing',
        got: value.policy,
        want: near === undefined ? `one of: ${listNames(policyIds)}` : `did you mean ${near}?`,
        next: 'correct the id; ndc explain lists all policies',
      });
    }
    if (!mayExist(input, 'tenants', value.owner)) {
      complain(report, [file, 'owner'], {
        code: 'owner-unknown',
        what: 'nobody declares the owner of the exception',
        got: value.owner,
        want: `a tenant: ${listNames(facts.tenants.keys())}`,
        next: 'correct the name',
      });
    }
    const days = (Date.parse(value.expires) - Date.parse(value.from)) / DAY_MILLISECONDS;
    if (days >= 0 && days <= EXCEPTION_DAYS_MAX) continue;
    complain(report, [file, 'expires'], {
      code: days < 0 ? 'exception-ends-before-start' : 'exception-too-long',
      what: `an exception lasts at most ${EXCEPTION_DAYS_MAX} days`,
      got: days < 0 ? `${value.expires}, before ${value.from}` : `${days} days`,
      want: `a day from ${value.from} on, at most ${EXCEPTION_DAYS_MAX} days later`,
      next: 'choose an earlier end, and renew with a new review if it is still needed then',
    });
  }
}
