import type { Approvals } from './approvals';

/** The names under which authors are known, sorted: that of the signer whose account a mail address is, or the address itself. */
export function authorNames({ signers }: Pick<Approvals, 'signers'>, mails: readonly string[]): readonly string[] {
  const nameOf = (mail: string): string =>
    signers.find(({ id, accounts }) => id === mail || accounts.includes(mail))?.id ?? mail;
  return [...new Set(mails.map((mail) => nameOf(mail.toLowerCase())))].toSorted();
}
