import { riskClasses, riskClassNames, signaturesMin } from '../../approvals/risk-class';
import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import { canJudge } from '../../facts/unsound-facts';
import { reportDuplicates } from '../report-duplicates';

/** Checks that what needs a signature can be signed, by different people, and that nobody is two of them. */
export function checkApprovals(input: BuildInput, report: Report): void {
  checkSigners(input, report);
  if (!canJudge(input, 'approvals')) return;
  checkRoles(input, report);
  checkNeeds(input, report);
}

function checkSigners({ facts }: BuildInput, report: Report): void {
  const all = [...facts.signers.values()];
  const keys = all.flatMap(({ file, value }) =>
    value.keys.map(({ key }, index) => ({ key, at: [file, 'keys', index, 'key'] })),
  );
  const accounts = all.flatMap(({ file, value }) =>
    value.accounts.map((key, index) => ({ key, at: [file, 'accounts', index] })),
  );
  reportDuplicates(report, keys, 'signing key');
  reportDuplicates(report, accounts, 'account');
  for (const { file, value } of all) {
    for (const [index, { from, until }] of value.keys.entries()) {
      if (from <= until) continue;
      complain(report, [file, 'keys', index, 'until'], {
        code: 'signing-key-ends-before-start',
        what: 'the key would never count',
        got: `${until}, before ${from}`,
        want: `a day from ${from} on`,
        next: 'correct the days',
      });
    }
  }
}

function checkRoles({ facts }: BuildInput, report: Report): void {
  const { roles, needs } = facts.requirements;
  const signed = [...facts.signers.values()].flatMap(({ file, value }) =>
    value.roles.map((role, index) => ({ role, at: [file, 'roles', index] })),
  );
  const needed = riskClassNames.flatMap((name) =>
    needs[name].of.map((role, index) => ({ role, at: ['approvals/requirements', 'needs', name, 'of', index] })),
  );
  for (const { role, at } of [...signed, ...needed]) {
    if (Object.hasOwn(roles, role)) continue;
    complain(report, at, {
      code: 'approval-role-unknown',
      what: 'no such role is declared for approvals',
      got: role,
      want: `one of: ${listNames(Object.keys(roles))}`,
      next: 'correct the name, or declare the role in approvals/requirements.ts',
    });
  }
}

function checkNeeds({ facts }: BuildInput, report: Report): void {
  for (const name of riskClassNames) {
    const { signatures, of } = facts.requirements.needs[name];
    const { gravity } = riskClasses[name];
    const [least, most] = [signaturesMin[gravity], new Set(of).size];
    if (signatures >= least && signatures <= most) continue;
    complain(report, ['approvals/requirements', 'needs', name, 'signatures'], {
      code: signatures < least ? 'approval-too-weak' : 'approval-never-met',
      what:
        signatures < least
          ? `changes of this class are ${gravity}, and need more people`
          : 'each signature is for another role, so there are too few roles',
      got: `${signatures} of ${most}`,
      want: signatures < least ? `at least ${least}` : `at most ${most}`,
      next: signatures < least ? 'ask for more signatures' : 'name more roles, or ask for fewer signatures',
    });
  }
}
