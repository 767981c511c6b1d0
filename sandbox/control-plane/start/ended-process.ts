import { join } from 'node:path';
import { problem, type Problem } from '../../../model/problem';
import type { ClusterPlace } from '../cluster-place';
import { tailOf } from '../processes/log-file';
import type { Program } from '../processes/process-plan';

const SHOWN_LINES = 3;
const LOOKED_AT_LINES = 40;
const LINE_LENGTH_MAX = 300;

/** A process that ended although it should run. */
export class EndedProcess extends Error {
  public constructor(
    public readonly program: Program,
    public readonly place: ClusterPlace,
  ) {
    super(`${program} has ended`);
    this.name = 'EndedProcess';
  }

  /** Whether it ended because another process has its port. */
  public get wantsTakenPort(): boolean {
    return this.lines(LOOKED_AT_LINES).some((line) => line.includes('address already in use'));
  }

  /** What a person should know of it. */
  public explain(sandbox: string, cluster: string): Problem {
    const all = this.lines(LOOKED_AT_LINES);
    const isFull = all.some((line) => line.includes('no space left on device'));
    const cause = isFull ? ': its disk is full' : this.wantsTakenPort ? ': another process has its port' : '';
    return problem({
      code: isFull ? 'sandbox-disk-full' : 'sandbox-process-ended',
      at: [sandbox, cluster, this.program],
      what: `${this.program} of ${cluster} has ended${cause}`,
      got: lastWords(all),
      want: 'a process that runs',
      next: isFull
        ? 'free some space, then ndc sandbox up starts what is missing'
        : `read ndc sandbox logs ${cluster}/${this.program}, then ndc sandbox up starts what is missing`,
    });
  }

  private lines(count: number): readonly string[] {
    return tailOf(logPath(this.place, this.program), count);
  }
}

/** The log of a process. */
export function logPath(place: ClusterPlace, program: Program): string {
  return join(place.logs, `${program}.log`);
}

function lastWords(lines: readonly string[]): string {
  const shown = lines.slice(-SHOWN_LINES).map((line) => line.slice(0, LINE_LENGTH_MAX));
  return shown.length === 0 ? 'nothing in its log' : shown.join('\n        ');
}
