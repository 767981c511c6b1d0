import type { Text } from '../../model/text';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { Cell } from '../document/document';
import type { Report } from '../report';
import { legalWords } from './legal-words';
import type { LegalOwner, LegalReport, LegalSystem, LegalTotals } from './legal-report';

/** What one document tells of: the nation, or one owner. */
export interface LegalScope {
  readonly legal: LegalReport;
  readonly report: Report;
  readonly view: AssemblyView;
  readonly owners: readonly LegalOwner[];
  readonly systems: readonly LegalSystem[];
  readonly totals: LegalTotals;
  readonly name: Text;
  readonly isNation: boolean;
}

/** The official name of a tenant, or its id where the model has none of this name. */
export function nameOf({ view }: Pick<LegalScope, 'view'>, tenant: string): Cell {
  return view.model.tryTenant(tenant)?.officialName ?? tenant;
}

/** A date that the owner declares, or that it isn't known. */
export function declaredDay(date: string | undefined): Cell {
  return date === undefined ? notKnown : { day: date };
}

/** What the model doesn't hold. */
export const notKnown: Cell = { state: legalWords.notKnown, tone: 'warn' };
