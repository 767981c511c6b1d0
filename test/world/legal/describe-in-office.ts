import { spawnSync } from 'node:child_process';

const found = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
const hasOffice = found.error === undefined && found.status === 0;

/** Tests in LibreOffice; where the machine has none they are skipped, and say so. */
export function describeInOffice(name: string, tests: () => void): void {
  if (hasOffice) describe(name, tests);
  else describe.skip(`${name} (no LibreOffice on this machine)`, tests);
}
