import { groupBy } from '../../model/group-by';
import type { Text } from '../../model/text';
import type { Cluster } from '../../model/site/cluster';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ReportSource } from '../define-format';
import type { Cell } from '../document/document';
import { legalWords } from '../legal/legal-words';
import type { LegalReport, LegalSystem } from '../legal/legal-report';
import type { Report, ReportDue } from '../report';
import { WrittenImages } from './written-images';

/** What dossiers are made from. */
export interface DossierSource {
  readonly view: AssemblyView;
  readonly report: Report;
  readonly yearly: LegalReport;
  readonly images: WrittenImages;
  /** What people attest of each system, by its id. */
  readonly duties: ReadonlyMap<string, readonly ReportDue[]>;
}

/** Gathers what all dossiers share. */
export function dossierSource({ view, report }: ReportSource, yearly: LegalReport): DossierSource {
  const ofSystems = report.due.filter(({ subject }) => subject.kind === 'system');
  const duties = groupBy(ofSystems, ({ subject }) => subject.id);
  return { view, report, yearly, images: new WrittenImages(view), duties };
}

/** The system that a dossier is about, and where what is missing is noted by name. */
export interface DossierSubject extends Omit<DossierSource, 'yearly'> {
  readonly legal: LegalSystem;
  /** What the model doesn't hold, by name, in the order in which the dossier asks for it. */
  readonly missing: Text[];
}

/** A cell of what the model doesn't hold; its name goes to the list of what is missing. */
export function missing({ missing: list }: Pick<DossierSubject, 'missing'>, name: Text): Cell {
  if (!list.some((one) => one.en === name.en)) list.push(name);
  return { state: legalWords.notKnown, tone: 'warn' };
}

/** The official name of a site, zone, … by what the model says, else its id. */
export function named(officialName: Text | undefined, id: string): Cell {
  return officialName ?? { code: id };
}

/** A site by its official name, else its id. */
export function siteCell({ view }: Pick<DossierSubject, 'view'>, site: string): Cell {
  return named(view.model.trySite(site)?.officialName, site);
}

/** An agency by its official name and id. */
export function tenantCell({ view }: Pick<DossierSubject, 'view'>, tenant: string): Cell {
  return { cells: [named(view.model.tryTenant(tenant)?.officialName, tenant), { code: tenant }] };
}

/** A system by its official name and id. */
export function systemCell({ view }: Pick<DossierSubject, 'view'>, system: string): Cell {
  return { cells: [named(view.model.trySystem(system)?.officialName, system), { code: system }] };
}

/** The clusters in which the system is placed, as far as the model has them. */
export function clustersOf({ legal, view }: Pick<DossierSubject, 'legal' | 'view'>): readonly Cluster[] {
  return legal.system.placements.flatMap(({ cluster }) => view.model.tryCluster(cluster) ?? []);
}

/** The duties that bind the system and that no rule can tell. */
export function dutiesOf({ legal, duties }: Pick<DossierSubject, 'legal' | 'duties'>): readonly ReportDue[] {
  return duties.get(legal.system.id) ?? [];
}
