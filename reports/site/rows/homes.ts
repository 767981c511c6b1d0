import { groupBy } from '../../../model/group-by';
import type { ModelView } from '../../../resources/view/model-view';
import type { TraceSubject } from '../../trace/trace-subject';
import type { JudgedSubject } from '../figures/judged-subjects';
import { communesPath, pagePath, subjectAnchor, type PageKind } from '../frame/addresses';
import { safeName } from '../../text/safe-name';

/** Things on one page; more are on further pages of the same name. */
const SUBJECTS_MAX = 500;

/** Communes on one page, so that a page stays small and the site has few files. */
const COMMUNES_MAX = 50;

/** What things are shown together: a page of something, the parts of a commune, or what belongs to nothing alone. */
type Home = { readonly kind: PageKind | 'commune'; readonly id: string } | { readonly kind: 'others' };

/** Where each thing that was judged stands in the site: on exactly one page, in a row of its own. */
export class Homes {
  /** Path of the page of each thing, in the order of the things. */
  private readonly pages: string[] = [];
  private readonly byHome: ReadonlyMap<string, readonly JudgedSubject[]>;
  private readonly communePages = new Map<string, string>();
  /** The communes of each page, by the province. */
  private readonly chunks = new Map<string, readonly (readonly string[])[]>();

  public constructor(model: ModelView, subjects: readonly JudgedSubject[]) {
    const ofProvince = groupBy(
      model.tenants.filter(({ kind }) => kind === 'commune'),
      ({ parent = '' }) => parent,
    );
    for (const [province, communes] of ofProvince) this.placeCommunes(province, communes);
    this.byHome = groupBy(subjects, ({ subject }) => keyOf(homeOf(subject, model)));
    for (const [key, own] of this.byHome) this.placeSubjects(key, own);
  }

  /** Pages of the communes of a province: the ids on each. */
  public communesOf(province: string): readonly (readonly string[])[] {
    return this.chunks.get(province) ?? [];
  }

  /** The way to the part of a commune. */
  public communePage(commune: string): string {
    return `${this.communePages.get(commune) ?? ''}#${safeName(commune)}`;
  }

  /** Things of a page, in pages of at most as many as a reader bears; at least one page. */
  public subjectsOf(kind: PageKind | 'commune' | 'others', id = ''): readonly (readonly JudgedSubject[])[] {
    const own = this.byHome.get(keyOf(kind === 'others' ? { kind } : { kind, id })) ?? [];
    return own.length === 0 || kind === 'commune' ? [own] : chunksOf(own, SUBJECTS_MAX);
  }

  /** The way to a thing: its page and its row. */
  public wayTo({ index }: JudgedSubject): string {
    return `${this.pageOf(index)}#${subjectAnchor(index)}`;
  }

  /** The page of a thing by its index. */
  public pageOf(index: number): string {
    return this.pages[index] ?? '';
  }

  private placeCommunes(province: string, communes: readonly { readonly id: string }[]): void {
    const chunks = chunksOf(
      communes.map(({ id }) => id),
      COMMUNES_MAX,
    );
    this.chunks.set(province, chunks);
    for (const [index, ids] of chunks.entries())
      for (const id of ids) this.communePages.set(id, communesPath(province, index + 1));
  }

  private placeSubjects(key: string, own: readonly JudgedSubject[]): void {
    const [kind, id] = splitKey(key);
    const pathOf = (page: number): string => {
      if (kind === 'commune') return this.communePages.get(id) ?? '';
      return kind === 'others' ? othersPath(page) : pagePath(kind as PageKind, id, page);
    };
    for (const [position, { index }] of own.entries()) this.pages[index] = pathOf(pageAt(position));
  }
}

/** The path of a page of what belongs to no one agency, system, cluster or site. */
export function othersPath(page: number): string {
  return page === 1 ? 'others.html' : `others~${page}.html`;
}

function pageAt(position: number): number {
  return Math.floor(position / SUBJECTS_MAX) + 1;
}

function keyOf(home: Home): string {
  return home.kind === 'others' ? home.kind : `${home.kind} ${home.id}`;
}

function splitKey(key: string): readonly [kind: string, id: string] {
  const blank = key.indexOf(' ');
  return blank === -1 ? [key, ''] : [key.slice(0, blank), key.slice(blank + 1)];
}

/** The nearest thing that has a page: the commune, the one system, the agency, the cluster or the site. */
function homeOf({ tenant = '', systems, cluster = '', site = '' }: TraceSubject, model: ModelView): Home {
  const owner = model.tryTenant(tenant);
  if (owner?.kind === 'commune' && model.tryTenant(owner.parent ?? '') !== undefined)
    return { kind: 'commune', id: owner.id };
  const [system = ''] = systems;
  if (model.trySystem(system) !== undefined) return { kind: 'systems', id: system };
  if (owner !== undefined && owner.kind !== 'commune') return { kind: 'tenants', id: owner.id };
  if (model.tryCluster(cluster) !== undefined) return { kind: 'clusters', id: cluster };
  return model.trySite(site) === undefined ? { kind: 'others' } : { kind: 'sites', id: site };
}

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
