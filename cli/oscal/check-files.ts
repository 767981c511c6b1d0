import { resolve } from 'node:path';
import { problem, sortProblems, type Problem } from '../../model/problem';
import { checkOscal, placeProblems } from '../../reports/oscal/check/check-oscal';
import { readOscalDocument, type OscalDocument } from '../../reports/oscal/check/oscal-document';
import { decodeText, readBytes } from '../../resources/read/folder';
import type { SchemaValidator } from './schema-validator';

/** What files say of themselves, and what is wrong with them. */
export interface FileCheck {
  readonly documents: readonly OscalDocument[];
  /** Sorted by place. */
  readonly problems: readonly Problem[];
  /** What could not be checked. */
  readonly notes: readonly string[];
  /** A file that isn't there or is no JSON, so that the rest says little. */
  readonly isUnreadable: boolean;
}

/** Checks files, named as a person did, each alone and against each other; without a validator no schema is asked. */
export function checkFiles(
  paths: readonly string[],
  { cwd, validator }: { readonly cwd: string; readonly validator: SchemaValidator | undefined },
): FileCheck {
  const documents: OscalDocument[] = [];
  const problems: Problem[] = [];
  let isUnreadable = false;
  for (const path of new Set(paths.map((each) => each.replaceAll('\\', '/')))) {
    const read = readBytes(resolve(cwd, path));
    const text = read.ok ? decodeText(read.bytes) : undefined;
    const found =
      text === undefined
        ? { kind: 'not-json' as const, problem: unreadable(path, read.ok ? 'bytes that are no UTF-8' : read.detail) }
        : readOscalDocument({ path, text });
    if (found.kind === 'document') documents.push(found.document);
    else problems.push(found.problem);
    isUnreadable ||= found.kind === 'not-json';
  }
  const bytes = (path: string): Buffer | undefined => {
    const read = readBytes(resolve(cwd, path));
    return read.ok ? read.bytes : undefined;
  };
  const { problems: own, notes } = checkOscal(documents, { bytes });
  const violations = documents.flatMap((one) => validator?.validate(one) ?? []);
  return {
    documents,
    problems: sortProblems([...problems, ...own, ...placeProblems(documents, violations)]),
    notes,
    isUnreadable,
  };
}

function unreadable(path: string, got: string): Problem {
  return problem({
    code: 'oscal-file-unreadable',
    at: [path],
    what: 'the file can’t be read',
    got,
    want: 'a plain file in UTF-8',
    next: 'name files that are there',
  });
}
