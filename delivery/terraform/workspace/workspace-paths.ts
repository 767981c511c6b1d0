import { join } from 'node:path';

/** Where the things of one shard stand; all of it lasts between runs. */
export interface WorkspacePaths {
  /** The folder of the shard. */
  readonly folder: string;
  /** The root module: the shard's file, the lock file of its providers and, with a local backend, its state. */
  readonly module: string;
  readonly plan: string;
  /** What the saved plan was made for. */
  readonly planRecord: string;
  /** Which process works on the shard. */
  readonly run: string;
  /** From what the module was initialized. */
  readonly initialized: string;
  /** Output of a command: one file for what it says, one for its errors. */
  readonly output: (command: string) => string;
  readonly errors: (command: string) => string;
}

/** The name of the file that a shard is written to. */
export const SHARD_FILE = 'cdk.tf.json';

/** The name of the file that says which existing objects a plan takes over. */
export const ADOPTION_FILE = 'adopt.tf.json';

/** The places of one shard below the state folder. */
export function workspacePaths(stateFolder: string, shard: string): WorkspacePaths {
  const folder = join(shardsFolder(stateFolder), shard);
  return {
    folder,
    module: join(folder, 'module'),
    plan: join(folder, 'plan.bin'),
    planRecord: join(folder, 'plan.json'),
    run: join(folder, 'run.json'),
    initialized: join(folder, 'initialized.json'),
    output: (command) => join(folder, `${command}.out`),
    errors: (command) => join(folder, `${command}.err`),
  };
}

/** The folder with one folder for each shard. */
export function shardsFolder(stateFolder: string): string {
  return join(stateFolder, 'shards');
}
