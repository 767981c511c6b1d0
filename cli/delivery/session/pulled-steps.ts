import { join } from 'node:path';
import { MARK_FILE, parseMark } from '../../../delivery/gitops/tree/export-mark';
import { problem, ProblemError } from '../../../model/problem';
import { decodeText, readBytes } from '../../../resources/read/folder';

/**
 * The steps that clusters pull from an exported GitOps tree themselves: brought by a deploy as well, their objects would
 * have two owners.
 * @throws ProblemError when the folder is no tree of this environment
 */
export function readPulledSteps(folder: string, environment: string): ReadonlySet<string> {
  const read = readBytes(join(folder, MARK_FILE));
  const mark = read.ok ? parseMark(decodeText(read.bytes) ?? '') : undefined;
  if (mark?.environment === environment) return new Set(mark.pulledSteps);
  throw new ProblemError([
    problem({
      code: 'no-gitops-tree',
      at: [folder],
      what: 'nothing tells which steps the clusters pull themselves',
      got: mark === undefined ? `no ${MARK_FILE} that can be read` : `a tree of the environment ${mark.environment}`,
      want: `a tree that ndc export gitops wrote for ${environment}`,
      next: 'name that folder with --pulled, or leave --pulled out where nothing is pulled',
    }),
  ]);
}
