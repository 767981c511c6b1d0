import { readFileSync } from 'node:fs';
import { certificatePaths } from '../../certificates/keep-certificates';
import type { ClientName } from '../../certificates/cluster-certificates';
import { ApiClient } from '../api/api-client';
import type { ClusterPlace } from '../cluster-place';
import { tryReadState, writeState, type ClusterPorts, type ClusterState } from '../cluster-state';
import { launch } from '../processes/launch';
import { planDigest, type ProcessPlan, type Program } from '../processes/process-plan';
import { isRunning } from '../processes/process-table';
import { stopProcess } from '../processes/stop';
import { EndedProcess, logPath } from './ended-process';

/** What is written down of a cluster while it starts, and the processes that belong to it. */
export class ClusterRun {
  private state: ClusterState;

  public constructor(
    private readonly sandboxFolder: string,
    public readonly place: ClusterPlace,
    base: Pick<ClusterState, 'nodes' | 'deviations' | 'ports'>,
  ) {
    const known = tryReadState(place);
    this.state = { ...base, processes: known?.processes ?? {}, applied: known?.applied ?? '' };
    writeState(place, this.state);
  }

  /** The ports in use. */
  public get ports(): ClusterPorts {
    return this.state.ports;
  }

  /** Digest of the objects that were applied last; empty when not all were. */
  public get applied(): string {
    return this.state.applied;
  }

  /** Notes that all objects with this digest were applied. */
  public noteApplied(digest: string): void {
    this.state = { ...this.state, applied: digest };
    writeState(this.place, this.state);
  }

  /** Moves to other ports; whatever uses the old ones is out of date by its plan. */
  public move(ports: ClusterPorts): void {
    this.state = { ...this.state, ports };
    writeState(this.place, this.state);
  }

  /** Whether a process runs. */
  public runs(program: Program): boolean {
    const record = this.state.processes[program];
    return record !== undefined && isRunning(record, this.sandboxFolder);
  }

  /** Starts a process, unless it runs as planned; tells whether it was started. */
  public async ensure(plan: ProcessPlan): Promise<boolean> {
    const { program } = plan;
    const digest = planDigest(plan);
    const record = this.state.processes[program];
    if (record !== undefined && this.runs(program)) {
      if (record.plan === digest) return false;
      await stopProcess(record, this.sandboxFolder);
    }
    const log = logPath(this.place, program);
    const identity = await launch(plan, { folder: this.sandboxFolder, home: this.place.folder, log });
    this.state = { ...this.state, processes: { ...this.state.processes, [program]: { ...identity, plan: digest } } };
    writeState(this.place, this.state);
    return true;
  }

  /** Throws an {@link EndedProcess} when one of these doesn't run. */
  public demand(...wanted: readonly Program[]): void {
    const ended = wanted.find((program) => !this.runs(program));
    if (ended !== undefined) throw new EndedProcess(ended, this.place);
  }

  /** A client of the API server, which may wait so long for an answer. */
  public client(caller: ClientName, milliseconds?: number): ApiClient {
    const { cert, key } = certificatePaths(this.place.keys, caller);
    return new ApiClient({
      port: this.ports.api,
      authority: readFileSync(certificatePaths(this.place.keys, 'ca').cert, 'utf8'),
      certificate: readFileSync(cert, 'utf8'),
      key: readFileSync(key, 'utf8'),
      ...(milliseconds === undefined ? {} : { milliseconds }),
    });
  }
}
