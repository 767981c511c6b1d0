import { argumentsOf } from '../kit/imports';
import { isHandWritten, type Law, type TreeFile, type Violation } from '../kit/law';
import { lineOf, nameOf, nodeAt, nodesOf } from '../kit/syntax';

const STORED_LINES_MAX = 200;
const INLINE_LINES_MAX = 25;

/** A snapshot that nobody reads proves nothing. */
export const snapshots: Law = {
  title: `stored snapshots have at most ${STORED_LINES_MAX} lines, inline ones ${INLINE_LINES_MAX}`,
  check: (files) => [...files.flatMap(checkStored), ...files.filter(isHandWritten).flatMap(checkInline)],
};

function checkStored({ path, text }: TreeFile): readonly Violation[] {
  const lines = text.split('\n').length;
  if (!path.endsWith('.snap') || lines <= STORED_LINES_MAX) return [];
  return [{ path, line: 0, what: `is a snapshot of ${lines} lines` }];
}

function checkInline(file: TreeFile): readonly Violation[] {
  return nodesOf(file, 'CallExpression')
    .filter((call) => nameOf(nodeAt(call, 'callee', 'property')).endsWith('InlineSnapshot'))
    .flatMap((call) => {
      const snapshot = argumentsOf(call).at(-1);
      const lines = (snapshot?.loc?.end.line ?? 0) - (snapshot?.loc?.start.line ?? 0) - 1;
      if (lines <= INLINE_LINES_MAX) return [];
      return [{ path: file.path, line: lineOf(call), what: `has an inline snapshot of ${lines} lines` }];
    });
}
