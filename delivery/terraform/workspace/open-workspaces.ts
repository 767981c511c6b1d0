import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import { failureProblem } from '../failure/terraform-failure';
import { inParallel } from '../../in-parallel';
import type { TerraformSettings } from '../settings';
import { cliConfigPath, cliConfigText, pluginCacheFolder } from './cli-config';
import { copyShard } from './copy-shard';
import { initialize, shareLockFile } from './initialize';
import { checkContexts } from './kubeconfig';
import type { Shard } from './shard';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';
import { makePrivateFolder, writeWhole } from './write-whole';

/** Which shards to work on. */
export interface OpenRequest {
  readonly assemblyFolder: string;
  readonly shards: readonly Shard[];
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Makes ready the workspaces of shards: checks the way to their clusters, copies each shard's file after comparing
 * it with the manifest, and gets the providers. Nothing of a cluster is read or changed. All that is wrong comes
 * together.
 */
export async function openWorkspaces(settings: TerraformSettings, request: OpenRequest): Promise<Result<Workspace[]>> {
  const { assemblyFolder, shards, stop } = request;
  const clusters = [...new Set(shards.map(({ cluster }) => cluster))].toSorted();
  const checks = [...checkPaths(settings), ...problemsOf(checkContexts(settings.kubeconfig, clusters))];
  if (checks.length > 0) return failure(checks);
  makePrivateFolder(settings.stateFolder);
  if (settings.providerMirror === undefined) makePrivateFolder(pluginCacheFolder(settings.stateFolder));
  writeWhole(cliConfigPath(settings.stateFolder), cliConfigText(settings));
  const workspaces = shards.map((shard) => ({
    settings,
    shard,
    paths: workspacePaths(settings.stateFolder, shard.id),
  }));
  const wrong = workspaces.flatMap(({ shard, paths }) => problemsOf(copyShard(assemblyFolder, shard, paths)));
  if (wrong.length > 0) return failure(wrong);
  const problems = await initializeAll(workspaces, stop);
  return problems.length === 0 ? success(workspaces) : failure(problems);
}

/** The first alone: it settles the providers' versions, and no two may fill the cache of providers at once. */
async function initializeAll(
  workspaces: readonly Workspace[],
  stop: AbortSignal | undefined,
): Promise<readonly Problem[]> {
  const [first, ...rest] = workspaces;
  if (first === undefined) return [];
  const begun = await initializeOne(first, stop);
  if (begun.length > 0) return begun;
  const others = await inParallel(rest, first.settings.limits.shardsAtOnce, async (one) => {
    shareLockFile(first, one);
    return initializeOne(one, stop);
  });
  return others.flat();
}

async function initializeOne(workspace: Workspace, stop: AbortSignal | undefined): Promise<readonly Problem[]> {
  const outcome = await initialize(workspace, { stop });
  return outcome.ok ? [] : outcome.failures.map((one) => failureProblem(workspace.shard.id, one));
}

function checkPaths({ stateFolder, providerMirror }: TerraformSettings): readonly Problem[] {
  const isWritable = (path: string): boolean => path.startsWith('/') && !/[\p{Cc}$%]/u.test(path);
  return [stateFolder, ...(providerMirror === undefined ? [] : [providerMirror])]
    .filter((path) => !isWritable(path))
    .map((path) =>
      problem({
        code: 'terraform-path-unusable',
        at: [path],
        what: "the folder can't be named in Terraform's configuration",
        got: path,
        want: 'an absolute path without $, % and control characters',
        next: 'choose another folder',
      }),
    );
}

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}
