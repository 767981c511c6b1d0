import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const launcher = join(resolve(__dirname, '..', '..'), 'ndc');
const found = /exec node ((?:--\S+ )+)"\$root\/dist\/cli\/main\.js"/.exec(readFileSync(launcher, 'utf8'));
if (found === null) throw new Error(`${launcher} starts the program in another way than is read here`);

/** What the launcher gives to Node: a measurement runs as a user's command does. */
export const launcherFlags: readonly string[] = (found[1] ?? '').trim().split(' ');
