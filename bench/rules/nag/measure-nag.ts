import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { round, spreadOf } from '../measure/statistics';
import { cdkNagFolder, say } from '../tools/install';
import { versions } from '../tools/versions';

const run = promisify(execFile);

const RUNS = 5;
const RESOURCES = 600;

interface Answer {
  readonly seconds: number;
  readonly rules: number;
}

/**
 * What validation adds to synth, for cdk-nag on resources of AWS and for our plugin on objects for EKS. The two judge
 * different things, so this tells the cost of each and compares nothing else.
 */
export async function measureNag(work: string): Promise<object> {
  const folder = await tryNagFolder();
  if (typeof folder === 'string') return { skipped: folder };
  const rows = [];
  for (const { of, plugin } of [
    { of: 'aws', plugin: 'nag' },
    { of: 'kubernetes', plugin: 'ndc' },
  ]) {
    const without = await synthOften({ work, folder: folder.path, of, plugin: 'off' });
    const answers = await synthOften({ work, folder: folder.path, of, plugin });
    const [off, on] = [without, answers].map((list) => spreadOf(list.map(({ seconds }) => seconds)));
    const rules = answers[0]?.rules ?? 0;
    const more = (on?.median ?? 0) - (off?.median ?? 0);
    const each = round((more * 1e6) / RESOURCES, 0);
    say(`${plugin} at synth: ${each} µs a resource`);
    rows.push({ plugin, of, rules, synthSeconds: off, withPlugin: on, microsecondsPerResource: each });
  }
  return { version: versions['cdk-nag'], resources: RESOURCES, runs: RUNS, rows };
}

/** The folder, or why there is none. */
async function tryNagFolder(): Promise<{ readonly path: string } | string> {
  const root = resolve(__dirname, '..', '..', '..', '..');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const peers = ['aws-cdk-lib', 'constructs'].map((name) => `${name}@${dependencies[name] ?? 'latest'}`);
  try {
    return { path: await cdkNagFolder(peers) };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    say(`SKIPPED: cdk-nag ${versions['cdk-nag']} can't be had: ${reason}`);
    return reason;
  }
}

interface Synth {
  readonly work: string;
  readonly folder: string;
  readonly of: string;
  readonly plugin: string;
}

async function synthOften({ work, folder, of, plugin }: Synth): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const out = mkdtempSync(join(work, 'synth-'));
    const given = [join(__dirname, 'app.js'), folder, out, of, plugin, String(RESOURCES)];
    const { stdout } = await run(process.execPath, given, { maxBuffer: 67_108_864 });
    answers.push(JSON.parse(stdout) as Answer);
    rmSync(out, { recursive: true, force: true });
  }
  return answers;
}
