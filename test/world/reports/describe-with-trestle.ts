import { spawnSync } from 'node:child_process';

const found = spawnSync('python3', ['-c', 'import trestle'], { encoding: 'utf8' });
const hasTrestle = found.error === undefined && found.status === 0;

/** Tests with compliance-trestle, another project's reader of OSCAL; where the machine has none they are skipped, and say so. */
export function describeWithTrestle(name: string, tests: () => void): void {
  if (hasTrestle) describe(name, tests);
  else describe.skip(`${name} (no compliance-trestle on this machine)`, tests);
}
