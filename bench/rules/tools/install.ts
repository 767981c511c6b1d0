import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../../cli/sandbox/sandbox-place';
import { goPlatform } from '../../../sandbox/binaries/binary-source';
import { searchFolders } from '../../../sandbox/binaries/find-program';
import { goCommand } from '../../../sandbox/binaries/go-toolchain';
import { goPackages, versions, type GoTool, type ToolName } from './versions';

const run = promisify(execFile);
const environment = process.env;

/** Folder of the tools, in the person's cache. */
export const toolsFolder = join(cacheFolder({ environment }), 'bench');

/** Tells a person what is going on. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The program of a tool that Go builds. Rejects when it can't be built. */
export async function goTool(name: GoTool): Promise<string> {
  const folder = await installed(name, async (draft) => {
    const platform = goPlatform(process);
    const options = {
      platform,
      cacheFolder: cacheFolder({ environment }),
      searchFolders: searchFolders(environment['PATH']),
    };
    const go = await goCommand({ ...options, progress: say });
    const own = { ...environment, GOBIN: draft, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' };
    await run(go, ['install', '-trimpath', '-ldflags', '-s -w', goPackages[name]], { env: own, maxBuffer: OUTPUT_MAX });
  });
  return join(folder, name);
}

const OUTPUT_MAX = 67_108_864;

/** The program of Checkov, in a Python of its own. Rejects when it can't be had. */
export async function checkovProgram(): Promise<string> {
  // A Python knows where it stands, so it isn't moved once it is made.
  const folder = join(toolsFolder, `checkov-${versions.checkov}`);
  const mark = join(folder, 'complete');
  if (!existsSync(mark)) {
    say(`installing checkov ${versions.checkov}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(toolsFolder, { recursive: true });
    await run('python3', ['-m', 'venv', folder]);
    const given = ['install', '--quiet', `checkov==${versions.checkov}`];
    await run(join(folder, 'bin', 'pip'), given, { maxBuffer: OUTPUT_MAX });
    writeFileSync(mark, '');
  }
  return join(folder, 'bin', 'checkov');
}

/** A folder whose `node_modules` hold cdk-nag and what it needs. Rejects when it can't be had. */
export function cdkNagFolder(peers: readonly string[]): Promise<string> {
  return installed('cdk-nag', async (draft) => {
    writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
    const given = [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `cdk-nag@${versions['cdk-nag']}`,
      ...peers,
    ];
    await run('npm', given, { cwd: draft, maxBuffer: OUTPUT_MAX });
  });
}

async function installed(name: ToolName, install: (draft: string) => Promise<void>): Promise<string> {
  const folder = join(toolsFolder, `${name}-${versions[name]}`);
  if (existsSync(folder)) return folder;
  say(`installing ${name} ${versions[name]}`);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await install(draft);
  renameSync(draft, folder);
  return folder;
}
