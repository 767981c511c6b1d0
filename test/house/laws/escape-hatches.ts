import { isHandWritten, type Law, type TreeFile, type Violation } from '../kit/law';
import { lineOf, nodesOf, parseFile } from '../kit/syntax';

const NODES: Readonly<Record<string, string>> = {
  TSAnyKeyword: 'uses any',
  TSNonNullExpression: 'asserts non-null with !',
};
const COMMENTS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /@ts-(?:ignore|expect-error|nocheck)/, what: 'silences the type check' },
  { pattern: /(?:eslint|oxlint)-disable/, what: 'silences the lint' },
  { pattern: /(?:prettier|oxfmt)-ignore|(?:istanbul|c8|v8) ignore/, what: 'silences a tool' },
  { pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, what: 'leaves work for later' },
];

/** Nothing is waved through. */
export const escapeHatches: Law = {
  title: 'no any, no non-null assertion, no suppression, no work left for later',
  check: (files) => files.filter(isHandWritten).flatMap(checkFile),
};

function checkFile(file: TreeFile): readonly Violation[] {
  const nodes = Object.entries(NODES).flatMap(([type, what]) =>
    nodesOf(file, type).map((node) => ({ path: file.path, line: lineOf(node), what })),
  );
  const comments = (parseFile(file).comments ?? []).flatMap(({ value, loc }) =>
    COMMENTS.filter(({ pattern }) => pattern.test(value)).map(({ what }) => ({
      path: file.path,
      line: loc?.start.line ?? 0,
      what,
    })),
  );
  return [...nodes, ...comments];
}
