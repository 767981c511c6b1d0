import type { BrokenFact } from './broken-fact';

const requirements = 'approvals/requirements';
const first = 'approvals/signers/first';

/** A file of a person who signs; the key has the form of one and isn't parsed here. */
function signer({ until = '2027-06-30', role = 'security', key = 'AAAA' } = {}): string {
  return `export default {
  roles: ['${role}'],
  accounts: ['first@test.gov.vn'],
  keys: [{ key: 'ssh-ed25519 ${key}', from: '2026-07-01', until: '${until}' }],
};\n`;
}

/** Ways to break who may approve, and who must. */
export const brokenApprovals: readonly BrokenFact[] = [
  {
    name: 'a class of risk without a need',
    file: requirements,
    find: "    'tenant-path': { signatures: 2, of: ['security', 'operations', 'data-protection'] },\n",
    put: '',
    code: 'fact-key-missing',
  },
  {
    name: 'a loosened rule that one person may approve',
    file: requirements,
    find: "'rule-loosened': { signatures: 2",
    put: "'rule-loosened': { signatures: 1",
    code: 'approval-too-weak',
  },
  {
    name: 'two signatures of one role',
    file: requirements,
    find: "'rule-loosened': { signatures: 2, of: ['security', 'operations']",
    put: "'rule-loosened': { signatures: 2, of: ['security', 'security']",
    code: 'approval-never-met',
  },
  {
    name: 'a need of a role that nobody declares',
    file: requirements,
    find: "'path-opened': { signatures: 1, of: ['security']",
    put: "'path-opened': { signatures: 1, of: ['secuity']",
    code: 'approval-role-unknown',
  },
  {
    name: 'a signer in a role that nobody declares',
    file: first,
    put: signer({ role: 'director' }),
    code: 'approval-role-unknown',
  },
  {
    name: 'a signer whose key never counts',
    file: first,
    put: signer({ until: '2026-06-30' }),
    code: 'signing-key-ends-before-start',
  },
  {
    name: 'a signer whose key has options',
    file: first,
    put: signer({ key: 'AAAA comment' }),
    code: 'fact-format-wrong',
  },
];
