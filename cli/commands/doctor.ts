import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tryFindBinary } from '../../sandbox/binaries/acquire-binaries';
import type { BinarySource } from '../../sandbox/binaries/binary-source';
import { binaryTable } from '../../sandbox/binaries/binary-table';
import { defineCommand, exitCodes, formatOption, textOption } from '../command';
import type { Io } from '../io';
import { binaryOptions } from '../sandbox/sandbox-place';

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
  {
    name: 'go',
    arguments: ['version'],
    needed: false,
    use: 'builds the programs of a sandbox, fetches official schemas',
  },
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
    const [found, programs] = await Promise.all([Promise.all(tools.map(findTool)), findPrograms(io)]);
    if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify([...found, ...programs])}\n`);
    else io.out(`${[...found, ...programs].map(lineOf).join('\n')}\n`);
    return found.some((one) => one.needed && one.version === undefined) ? exitCodes.outsideFailed : exitCodes.clean;
  },
});

function lineOf(one: Found): string {
  return `${mark(one)} ${one.name.padEnd(NAME_WIDTH)} ${one.version ?? 'not found'}  (${one.use})`;
}

const NAME_WIDTH = 29;

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

/** The programs of a sandbox and of deploys: those that are here, and those that their first use builds. */
function findPrograms(io: Io): Promise<readonly Found[]> {
  const options = binaryOptions(io);
  const sources: readonly BinarySource[] = Object.values(binaryTable);
  return Promise.all(
    sources.map(async (source) => {
      const binary = await tryFindBinary(source, options);
      const place = binary?.origin === 'cache' ? 'built before' : 'of this machine';
      const use =
        binary === undefined ? `${source.version} is built with Go on first use` : `sandbox and deploy; ${place}`;
      return { name: binary?.name ?? source.name, needed: false, use, version: binary?.version };
    }),
  );
}
