import type { AttestedSubject } from '../../model/attestations/attestation';
import { compareText } from '../../model/build/sort';
import { groupBy } from '../../model/group-by';
import type { Text } from '../../model/text';
import type { TenantKind } from '../../model/tenancy/tenant';
import type { ReportFile, ReportSource } from '../define-format';
import type { Report, ReportClause, ReportDue, ReportSystem } from '../report';
import { listEvidence, type EvidenceLink } from '../trace/evidence-link';
import { dutyKey, type DutyFigures } from './figures/duty-figures';
import { siteFigures, type SiteFigures, type TenantFigures } from './figures/figures';
import { judgedSubjects, type JudgedSubject, type JudgedSubjects } from './figures/judged-subjects';
import { pagePath } from './frame/addresses';
import { sitePage, type SitePage, type TrailStep } from './frame/site-page';
import { Homes } from './rows/homes';

/** Everything that the pages are written from, with its lookups made once. */
export class SiteIndex {
  public readonly report: Report;
  public readonly judged: JudgedSubjects;
  public readonly figures: SiteFigures;
  public readonly homes: Homes;
  /** The manifest, the rules, the evaluations, then every file by path. */
  public readonly evidence: readonly EvidenceLink[];
  private readonly evidenceByName: ReadonlyMap<string, number>;
  private readonly subjectsById: ReadonlyMap<string, JudgedSubject>;
  private readonly tenants: ReadonlyMap<string, { readonly figures: TenantFigures; readonly at: number }>;
  private readonly systems: ReadonlyMap<string, { readonly system: ReportSystem; readonly at: number }>;
  private readonly dutiesByKey: ReadonlyMap<string, readonly ReportDue[]>;
  private readonly dutyIndexes: ReadonlyMap<string, number>;
  private readonly figureIndexes: ReadonlyMap<string, number>;
  private readonly clauses: ReadonlyMap<string, ReportClause>;
  private readonly titles: ReadonlyMap<string, Text>;
  /** Every place in the facts that caused something or is blamed for a finding, sorted. */
  public readonly sources: readonly string[];
  /** The pages with what each place caused, each by the way to its first row. */
  private readonly sourceWays: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly sourceIndexes: ReadonlyMap<string, number>;

  public constructor(public readonly source: ReportSource) {
    const { report, view, evaluation, certificate } = source;
    this.report = report;
    this.judged = judgedSubjects(view, evaluation);
    this.evidence = listEvidence(view, certificate, {});
    this.homes = new Homes(view.model, this.judged.all);
    this.sources = sourcesOf(this.judged);
    this.sourceIndexes = new Map(this.sources.map((one, index) => [one, index]));
    this.sourceWays = waysOf(this.judged, this.homes);
    const sourcePages = this.sources.map((one) => this.waysFrom(one).length);
    this.figures = siteFigures(source, { judged: this.judged, evidence: this.evidence.length, sourcePages });
    this.evidenceByName = new Map(this.evidence.map(({ name }, index) => [name, index]));
    this.subjectsById = new Map(this.judged.all.map((one) => [one.subject.id, one]));
    this.tenants = new Map(this.figures.tenants.map((figures, at) => [figures.id, { figures, at }]));
    this.titles = new Map(report.rules.map(({ id, title }) => [id, title]));
    this.systems = new Map(report.systems.map((system, at) => [system.id, { system, at }]));
    this.figureIndexes = new Map(this.figures.systems.map(({ id }, at) => [id, at]));
    this.dutiesByKey = groupBy(report.due, ({ subject }) => dutyKey(subject));
    this.dutyIndexes = new Map(this.figures.duties.map((one, at) => [dutyKey(one), at]));
    this.clauses = new Map(report.instruments.flatMap(({ clauses }) => clauses.map((one) => [one.id, one] as const)));
  }

  /** The figures of an agency, with their place among all agencies. */
  public tenant(id: string): { readonly figures: TenantFigures; readonly at: number } {
    const found = this.tenants.get(id);
    if (found === undefined) throw new Error(`no agency ${id}`);
    return found;
  }

  /** Where the figures of a system stand in the list of all. */
  public figureOfSystem(id: string): number {
    return this.figureIndexes.get(id) ?? -1;
  }

  /** The duties of a thing, with their figures and the place of these; undefined where it has none. */
  public tryDuties(
    subject: AttestedSubject,
  ): { readonly figures: DutyFigures; readonly at: number; readonly duties: readonly ReportDue[] } | undefined {
    const at = this.dutyIndexes.get(dutyKey(subject));
    const figures = at === undefined ? undefined : this.figures.duties[at];
    if (at === undefined || figures === undefined) return undefined;
    return { figures, at, duties: this.dutiesByKey.get(dutyKey(subject)) ?? [] };
  }

  /** A clause of the report by its id; undefined where the catalogue doesn't have it. */
  public tryClause(id: string): ReportClause | undefined {
    return this.clauses.get(id);
  }

  /** A system of the report, with its place in the list. */
  public trySystem(id: string): { readonly system: ReportSystem; readonly at: number } | undefined {
    return this.systems.get(id);
  }

  /** The agencies of a kind, as the model lists them. */
  public tenantsOf(kind: TenantKind): readonly TenantFigures[] {
    return this.figures.tenants.filter((one) => one.kind === kind);
  }

  /** The name of an agency; its id where the model doesn't have it. */
  public nameOf(tenant: string): Text {
    return this.source.view.model.tryTenant(tenant)?.officialName ?? { vi: tenant, en: tenant };
  }

  /** What a rule demands, in words. */
  public titleOf(rule: string): Text {
    return this.titles.get(rule) ?? { vi: rule, en: rule };
  }

  /** Whether a rule has a page. */
  public hasRule(rule: string): boolean {
    return this.titles.has(rule);
  }

  /** The ways from a place of the facts to what it caused: the first row on each page. */
  public waysFrom(source: string): readonly { readonly page: string; readonly way: string }[] {
    return [...(this.sourceWays.get(source) ?? [])].map(([page, way]) => ({ page, way }));
  }

  /** The id of a place of the facts on the page that lists them. */
  public sourceAnchor(source: string): string {
    return `p${this.sourceIndexes.get(source) ?? ''}`;
  }

  /** The thing with an id that was judged. */
  public trySubject(id: string): JudgedSubject | undefined {
    return this.subjectsById.get(id);
  }

  /** Index of the evidence that verdicts on a thing rest on: its file, or the manifest with the model. */
  public evidenceOf({ subject: { file } }: JudgedSubject): number {
    return (file === undefined ? undefined : this.evidenceByName.get(file)) ?? 0;
  }

  /** The way to the page of an agency; undefined where it has none. */
  public tenantPage(id: string): string | undefined {
    const found = this.source.view.model.tryTenant(id);
    if (found === undefined) return undefined;
    return found.kind === 'commune' ? this.homes.communePage(id) : pagePath('tenants', id);
  }

  /** A page with the frame of the site. */
  public page(page: SitePage): ReportFile {
    return sitePage(page, this.report);
  }

  /** The step to the page of an agency on the way to what it owns. */
  public tenantStep(id: string): readonly TrailStep[] {
    const to = this.tenantPage(id);
    return to === undefined ? [] : [{ text: this.nameOf(id), to }];
  }
}

function sourcesOf({ all }: JudgedSubjects): readonly string[] {
  const found = new Set<string>();
  for (const { source, against } of all) {
    found.add(source);
    for (const one of against) found.add(one.source ?? '');
  }
  found.delete('');
  return [...found].toSorted(compareText);
}

function waysOf({ all }: JudgedSubjects, homes: Homes): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const one of all) {
    const pages = found.get(one.source) ?? new Map<string, string>();
    found.set(one.source, pages);
    const page = homes.pageOf(one.index);
    if (!pages.has(page)) pages.set(page, homes.wayTo(one));
  }
  return found;
}
