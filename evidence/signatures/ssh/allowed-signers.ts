import { printPublicKey, type SshPublicKey } from './public-key';

/** Whose signatures count, with which key, for what and when. */
export interface AllowedSigner {
  /** Who signs, as `ssh-keygen -I` names it: letters, digits and `.`, `_`, `-`, `@`, which are no patterns. */
  readonly principal: string;
  readonly key: Pick<SshPublicKey, 'type' | 'blob'>;
  /** What signatures may be for. */
  readonly namespaces: readonly string[];
  /** The first and the last second in which signatures count, as `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly validFrom: string;
  readonly validUntil: string;
}

/**
 * The lines of a file that `ssh-keygen -Y verify -f` takes (ssh-keygen(1), ALLOWED SIGNERS), sorted. Times need OpenSSH 9.1,
 * which knows UTC.
 * @throws RangeError on names that the file would read as patterns or options
 */
export function writeAllowedSigners(signers: readonly AllowedSigner[]): string {
  return signers
    .map(({ principal, key, namespaces, validFrom, validUntil }) => {
      const options = [
        `namespaces="${namespaces.map(plain).join(',')}"`,
        `valid-after="${sshTime(validFrom)}"`,
        `valid-before="${sshTime(validUntil)}"`,
      ];
      return `${plain(principal)} ${options.join(',')} ${printPublicKey(key)}\n`;
    })
    .toSorted()
    .join('');
}

function plain(name: string): string {
  if (/^[\w.@-]+$/.test(name)) return name;
  throw new RangeError(`${JSON.stringify(name)} would be read as a pattern`);
}

/** `YYYYMMDDHHMMSSZ`, as `-Overify-time` takes it too. */
export function sshTime(instant: string): string {
  return instant.replaceAll(/[-:T]/g, '');
}
