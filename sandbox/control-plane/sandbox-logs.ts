import { clusterPlace } from './cluster-place';
import { tailOf } from './processes/log-file';
import { programs, type Program } from './processes/process-plan';
import { tryReadSandbox } from './sandbox-record';
import { logPath } from './start/ended-process';

/** The end of one log. */
export interface LogTail {
  readonly cluster: string;
  readonly program: Program;
  readonly path: string;
  readonly lines: readonly string[];
}

/** Which logs are wanted. */
export interface LogChoice {
  /** @default - every cluster */
  readonly cluster?: string;
  /** @default - every program */
  readonly program?: string;
  /** How many lines of each. */
  readonly lines: number;
}

/** The last lines of a sandbox's logs; undefined when there is no sandbox in the folder. */
export function sandboxLogs(folder: string, { cluster, program, lines }: LogChoice): readonly LogTail[] | undefined {
  const record = tryReadSandbox(folder);
  return record?.clusters
    .filter((name) => cluster === undefined || name === cluster)
    .flatMap((name) =>
      programs
        .filter((one) => program === undefined || one === program)
        .map((one) => logTail(folder, name, { program: one, lines })),
    );
}

function logTail(
  folder: string,
  cluster: string,
  { program, lines }: { readonly program: Program; readonly lines: number },
): LogTail {
  const path = logPath(clusterPlace(folder, cluster), program);
  return { cluster, program, path, lines: tailOf(path, lines) };
}
