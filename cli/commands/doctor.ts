import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { defineCommand, exitCodes, formatOption, textOption } from '../command';

const run = promisify(execFile);

interface Tool {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly needed: boolean;
  readonly use: string;
}

const tools: readonly Tool[] = [
  { name: 'node', arguments: ['--version'], needed: true, use: 'runs ndc (20.19 or newer)' },
  { name: 'npm', arguments: ['--version'], needed: true, use: 'installs the dependencies' },
  { name: 'git', arguments: ['--version'], needed: false, use: 'revisions of the facts' },
  { name: 'go', arguments: ['version'], needed: false, use: 'official schemas for the strict tests' },
  { name: 'terraform', arguments: ['version'], needed: false, use: 'plans and applies the shards' },
  { name: 'kubectl', arguments: ['version', '--client'], needed: false, use: 'looks at clusters' },
  { name: 'chromium', arguments: ['--version'], needed: false, use: 'browser tests of the report' },
];

const TIMEOUT_MILLISECONDS = 10_000;

interface Found {
  readonly name: string;
  readonly needed: boolean;
  readonly use: string;
  readonly version: string | undefined;
}

export default defineCommand({
  summary: 'tell what this machine has and what is missing',
  for: 'help',
  arguments: [],
  options: [formatOption],
  async run(input, io) {
    const found = await Promise.all(tools.map(findTool));
    if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(found)}\n`);
    else
      for (const one of found)
        io.out(`${mark(one)} ${one.name.padEnd(10)} ${one.version ?? 'not found'}  (${one.use})\n`);
    return found.some((one) => one.needed && one.version === undefined) ? exitCodes.outsideFailed : exitCodes.clean;
  },
});

function mark({ version, needed }: Found): string {
  if (version !== undefined) return '✔';
  return needed ? '✘' : '·';
}

async function findTool({ name, arguments: given, needed, use }: Tool): Promise<Found> {
  const version = await run(name, [...given], { timeout: TIMEOUT_MILLISECONDS }).then(
    ({ stdout }) => stdout.split('\n')[0],
    () => undefined,
  );
  return { name, needed, use, version };
}
