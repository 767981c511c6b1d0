import type { Text } from '../../model/text';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { Cell } from '../document/document';
import { legalWords } from '../legal/legal-words';
import type { LegalSystem } from '../legal/legal-report';

/** The system that a dossier is about, and where what is missing is noted by name. */
export interface DossierSubject {
  readonly legal: LegalSystem;
  readonly view: AssemblyView;
  /** What the model doesn't hold, by name, in the order in which the dossier asks for it. */
  readonly missing: Text[];
}

/** A cell of what the model doesn't hold; its name goes to the list of what is missing. */
export function missing({ missing: list }: DossierSubject, name: Text): Cell {
  if (!list.some((one) => one.en === name.en)) list.push(name);
  return { state: legalWords.notKnown, tone: 'warn' };
}

/** Rows that a table of a dossier shows, so that it stays short; how many more there are is told. */
export const ROWS_MAX = 60;

/** The official name of a site, zone, … by what the model says, else its id. */
export function named(officialName: Text | undefined, id: string): Cell {
  return officialName ?? { code: id };
}
