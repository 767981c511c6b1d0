import { canonicalJson } from '../../../model/canonical-json';
import type { FoundationOwner } from '../pulled-cluster';
import type { Repository } from '../repository';

/** The file by which a folder is known as an export. */
export const MARK_FILE = 'ndc-gitops.json';

/** What an export says of itself, for the next export and for whoever must know who owns what. */
export interface ExportMark {
  readonly formatVersion: 1;
  readonly environment: string;
  readonly assemblyDigest: string;
  readonly engine: string;
  readonly foundation: FoundationOwner;
  readonly repository: Pick<Repository, 'url' | 'revision' | 'path' | 'promotion'>;
  /** Steps of a deploy that the clusters pull, sorted; whoever deploys leaves them to the clusters. */
  readonly pulledSteps: readonly string[];
}

/** The text of the mark. */
export function markText(mark: ExportMark): string {
  return `${canonicalJson(mark)}\n`;
}

/** Reads the text of a mark; undefined when it is none. */
export function parseMark(text: string): ExportMark | undefined {
  const value = parseJson(text);
  return isMark(value) ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isMark(value: unknown): value is ExportMark {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  const steps = one['pulledSteps'];
  return (
    one['formatVersion'] === 1 &&
    ['environment', 'assemblyDigest', 'engine', 'foundation'].every((key) => typeof one[key] === 'string') &&
    typeof one['repository'] === 'object' &&
    one['repository'] !== null &&
    Array.isArray(steps) &&
    steps.every((step) => typeof step === 'string')
  );
}
