import type { Result } from '../../../model/problem';
import type { SandboxStatus } from '../../../sandbox/control-plane/sandbox-status';

/** The status of a sandbox that must have started; fails with what was wrong. */
export function expectStarted(started: Result<SandboxStatus>): SandboxStatus {
  const problems = started.ok ? [] : started.problems.map(({ at, what, got }) => `${at.join('/')}: ${what}: ${got}`);
  expect(problems).toEqual([]);
  if (!started.ok) throw new Error('the sandbox did not start');
  expect(started.value.clusters.filter((cluster) => !cluster.isReady)).toEqual([]);
  return started.value;
}
