import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import { digestOf } from '../../../resources/digest';
import { readBytes } from '../../../resources/read/folder';
import { checkContext } from './check-context';
import type { Shard } from './shard';
import { writeShardRecord } from './shard-record';
import { ADOPTION_FILE, SHARD_FILE, type WorkspacePaths } from './workspace-paths';
import { makePrivateFolder, writeWhole } from './write-whole';

/** Files that Terraform or OpenTofu would read as part of the configuration. */
const CONFIGURATION = /\.(?:tf|tofu|tfvars)(?:\.json)?$/;

/**
 * Puts the shard's file of an assembly into its workspace, if it is the file that the manifest states; nothing else
 * may stand there that Terraform would read as well.
 */
export function copyShard(assemblyFolder: string, shard: Shard, paths: WorkspacePaths): Result<undefined> {
  const read = readBytes(join(assemblyFolder, shard.path));
  if (!read.ok) return failure([altered(shard, read.detail)]);
  const digest = digestOf(read.bytes);
  if (digest !== shard.digest) return failure([altered(shard, digest)]);
  const context = checkContext(shard, read.bytes.toString('utf8'));
  if (!context.ok) return context;
  makePrivateFolder(paths.folder);
  makePrivateFolder(paths.module);
  rmSync(join(paths.module, ADOPTION_FILE), { force: true });
  if (!holdsShard(paths, shard)) writeWhole(join(paths.module, SHARD_FILE), read.bytes);
  writeShardRecord(paths, shard);
  return checkModule(shard, paths);
}

/** Whether the workspace holds the very file that the manifest states. */
export function holdsShard(paths: WorkspacePaths, shard: Shard): boolean {
  const read = readBytes(join(paths.module, SHARD_FILE));
  return read.ok && digestOf(read.bytes) === shard.digest;
}

function checkModule(shard: Shard, paths: WorkspacePaths): Result<undefined> {
  const foreign = readdirSync(paths.module).filter((name) => CONFIGURATION.test(name) && name !== SHARD_FILE);
  return foreign.length === 0 ? success(undefined) : failure(foreign.map((name) => strange(shard, name)));
}

function altered({ id, path, digest }: Shard, got: string): Problem {
  return problem({
    code: 'shard-altered',
    at: [id, path],
    what: 'the file of the shard is not the one that the manifest states',
    got,
    want: digest,
    next: 'make the assembly again with synth, and let the gate judge it',
  });
}

function strange({ id }: Shard, name: string): Problem {
  return problem({
    code: 'workspace-foreign-file',
    at: [id, name],
    what: 'the workspace of the shard holds a file that would change what is planned',
    got: name,
    want: `${SHARD_FILE} alone`,
    next: 'find out who put it there, and take it away',
  });
}
