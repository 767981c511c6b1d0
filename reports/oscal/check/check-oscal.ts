import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import { problem, sortProblems, type Problem } from '../../../model/problem';
import { LineIndex } from '../../../resources/text-position';
import { checkControls } from './check-controls';
import { checkHrefs, isHref, type FilesBeside } from './check-hrefs';
import { checkReferences } from './check-references';
import { checkValues } from './check-values';
import { indexDocument, type DocumentIndex } from './document-index';
import { parseHref } from './href';
import { followImports } from './import-chain';
import { locateSteps } from './locate-steps';
import type { OscalDocument, RawProblem } from './oscal-document';

/** Characters that are told of what stands there. */
const GOT_LENGTH_MAX = 200;

/** What a check of documents says. */
export interface OscalCheck {
  /** Sorted by place. */
  readonly problems: readonly Problem[];
  /** What could not be checked, for people. */
  readonly notes: readonly string[];
}

/**
 * Checks what a schema can't: that UUIDs are unique and lead somewhere, links resolve, hashes are those of their files,
 * controls exist, moments are in order and values mean something. Documents are held against each other.
 */
export function checkOscal(documents: readonly OscalDocument[], beside: FilesBeside): OscalCheck {
  const indexes = documents.map(indexDocument);
  const given = new Map(indexes.map((one) => [one.document.path, one]));
  const checks = indexes.map((index) => checkDocument(index, { ...beside, given }));
  return {
    problems: placeProblems(
      documents,
      checks.flatMap(({ problems }) => problems),
    ),
    notes: checks.flatMap(({ notes }) => notes),
  };
}

interface DocumentCheck {
  readonly problems: readonly RawProblem[];
  readonly notes: readonly string[];
}

function checkDocument(
  index: DocumentIndex,
  context: FilesBeside & { readonly given: ReadonlyMap<string, DocumentIndex> },
): DocumentCheck {
  const { path } = index.document;
  const chain = followImports(index, context.given);
  const [references, controls] = [checkReferences(index, chain), checkControls(index, chain)];
  const open = references.open + controls.open;
  const outside = index.leaves.filter(
    (leaf) => isHref(leaf) && parseHref(String(leaf.value)).kind === 'outside',
  ).length;
  return {
    problems: [...references.problems, ...controls.problems, ...checkHrefs(index, context), ...checkValues(index)],
    notes: [
      ...(open === 0
        ? []
        : [`${path}: ${printCount(open, 'reference')} not followed, since what the document imports was not given`]),
      ...(outside === 0 ? [] : [`${path}: ${printCount(outside, 'link')} to the outside not followed`]),
    ],
  };
}

/** Looks up where problems stand, each text gone through once. */
export function placeProblems(documents: readonly OscalDocument[], raw: readonly RawProblem[]): readonly Problem[] {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const placed = [...groupBy(raw, ({ path }) => path)].flatMap(([path, all]) => {
    const text = texts.get(path) ?? '';
    const lines = new LineIndex(text);
    const offsets = locateSteps(
      text,
      all.map(({ steps }) => steps),
    );
    return all.map(({ code, steps, what, got, want, next }, index) =>
      problem({
        code,
        at: steps,
        what,
        got: got.length > GOT_LENGTH_MAX ? `${got.slice(0, GOT_LENGTH_MAX)}…` : got,
        want,
        next,
        location: { file: path, ...lines.positionAt(offsets[index] ?? 0) },
      }),
    );
  });
  return sortProblems(placed);
}
