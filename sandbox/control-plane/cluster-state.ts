import { existsSync, readFileSync } from 'node:fs';
import type { ClusterPlace } from './cluster-place';
import { writePrivate } from './files/write-private';
import { programs, type Program } from './processes/process-plan';
import type { ProcessIdentity } from './processes/process-table';

/** The ports of a control plane on 127.0.0.1. */
export interface ClusterPorts {
  readonly api: number;
  readonly etcd: number;
  readonly etcdPeer: number;
}

/** A process as it was started. */
export interface ProcessRecord extends ProcessIdentity {
  /** Digest of the plan that it was started from. */
  readonly plan: string;
}

/** What is written down of a control plane, before and after each step that changes it. */
export interface ClusterState {
  readonly ports: ClusterPorts;
  readonly processes: Readonly<Partial<Record<Program, ProcessRecord>>>;
  /** How many nodes it simulates, and what isn't as its construct says. */
  readonly nodes: number;
  readonly deviations: readonly string[];
  /** Digest of the nodes and definitions that were applied; empty until all were. */
  readonly applied: string;
}

/** Reads what is written down of a cluster; undefined when nothing is, or it can't be read. */
export function tryReadState({ state }: ClusterPlace): ClusterState | undefined {
  if (!existsSync(state)) return undefined;
  try {
    const found: unknown = JSON.parse(readFileSync(state, 'utf8'));
    return isState(found) ? found : undefined;
  } catch (error) {
    // Cut short by a full disk or an edit: the processes are still found by their marker.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes down the state of a cluster. */
export function writeState({ state }: ClusterPlace, content: ClusterState): void {
  writePrivate(state, `${JSON.stringify(content, null, 2)}\n`);
}

function isState(value: unknown): value is ClusterState {
  if (!isObject(value) || !isObject(value['ports']) || !isObject(value['processes'])) return false;
  const { ports, processes, nodes, deviations, applied } = value;
  return (
    ['api', 'etcd', 'etcdPeer'].every((name) => Number.isInteger(ports[name])) &&
    Object.entries(processes).every(([name, record]) => isProgramName(name) && isRecord(record)) &&
    Number.isInteger(nodes) &&
    typeof applied === 'string' &&
    Array.isArray(deviations) &&
    deviations.every((one) => typeof one === 'string')
  );
}

function isProgramName(name: string): boolean {
  return programs.some((program) => program === name);
}

function isRecord(value: unknown): boolean {
  return (
    isObject(value) &&
    Number.isInteger(value['pid']) &&
    typeof value['started'] === 'string' &&
    typeof value['plan'] === 'string'
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
