import { printCount } from '../../model/print-count';
import type { ClusterStatus, ProcessStatus, SandboxStatus } from '../../sandbox/control-plane/sandbox-status';

/** A sandbox for a person: each cluster with where it is, what runs, and what doesn't. */
export function sandboxText(status: SandboxStatus, missing: readonly string[]): string {
  const bytes = status.clusters.flatMap(({ processes }) => processes.map(({ memory }) => memory?.proportional ?? 0));
  const total = bytes.reduce((sum, one) => sum + one, 0);
  return [
    `sandbox ${status.name}: ${count(status.clusters.filter((one) => one.isReady).length, status.clusters.length)} ready, ${megabytes(total)} MB of memory`,
    `  kubeconfig  ${status.kubeconfig}`,
    `  state       ${status.folder}`,
    ...status.clusters.flatMap(clusterLines),
    ...deviationLines(status),
    ...(missing.length === 0 ? [] : ['', `not running of the assembly: ${missing.join(', ')}`]),
    '',
  ].join('\n');
}

function clusterLines(cluster: ClusterStatus): readonly string[] {
  const { name, isReady, endpoint, version, nodes, processes } = cluster;
  return [
    '',
    `${isReady ? '✔' : '✘'} ${name}`,
    `  endpoint    ${endpoint}  (${version === undefined ? 'does not answer' : `Kubernetes ${version}`})`,
    `  context     ${name}, ${name}-auditor that reads alone, ${name}-break-glass with every right`,
    `  nodes       ${nodes.ready} of ${nodes.total} ready`,
    ...processes.flatMap(processLines),
  ];
}

function processLines({ program, pid, isRunning, memory, log, lastLines }: ProcessStatus): readonly string[] {
  const title = program.padEnd(24);
  if (isRunning) return [`  ${title}pid ${String(pid).padEnd(8)}${megabytes(memory?.proportional ?? 0)} MB`];
  return [`  ${title}does not run; its log ${log} ends with`, ...lastLines.map((line) => `    ${line}`)];
}

/** What differs from the constructs, once, for it is the same in all clusters but for their names. */
function deviationLines({ clusters }: SandboxStatus): readonly string[] {
  const all = [...new Set(clusters.flatMap(({ deviations }) => deviations))];
  return all.length === 0 ? [] : ['', 'not as in a data center:', ...all.map((one) => `  · ${one}`)];
}

function count(some: number, all: number): string {
  return `${some} of ${printCount(all, 'cluster')}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
