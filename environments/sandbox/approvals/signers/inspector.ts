import type { SignerFact } from '../../../../model/facts/approval-fact';

// Signs the example records in attestations/. The private half of the key was thrown away: nobody can sign more with it.
export default {
  roles: ['inspection'],
  accounts: ['inspector@sandbox.invalid'],
  keys: [
    {
      key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGVhVRiL2pGN1lDAtwoOc1jvLuuV0YnaZxNwLyqgwYRf',
      from: '2026-07-01',
      until: '2028-06-30',
    },
  ],
} satisfies SignerFact;
