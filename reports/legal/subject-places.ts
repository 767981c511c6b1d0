import type { Flow } from '../../model/segmentation/flow';
import type { AssemblyView } from '../../resources/view/assembly-view';

/**
 * Where a verdict belongs: `system/<id>` is of one system alone; `cluster/<id>`, `site/<id>` and `tenant/<id>` are
 * shared by the systems that stand there or are theirs; `nation` is shared by all.
 */
export type SubjectPlace = string;

const NATION: readonly SubjectPlace[] = ['nation'];

/** Finds the places of what rules judged, by the id that findings and passes name; every id has one. */
export class SubjectPlaces {
  private readonly flows: ReadonlyMap<string, Flow>;
  private readonly known = new Map<string, readonly SubjectPlace[]>();

  public constructor(private readonly view: AssemblyView) {
    this.flows = new Map(view.model.flows.map((one) => [one.id, one]));
  }

  /** The places of a subject, one or, for what stands between two systems, two. */
  public of(subject: string): readonly SubjectPlace[] {
    const known = this.known.get(subject);
    if (known !== undefined) return known;
    const found = this.ofResource(subject) ?? this.ofThing(subject);
    this.known.set(subject, found);
    return found;
  }

  private ofResource(subject: string): readonly SubjectPlace[] | undefined {
    const resource = this.view.resources.tryFind(subject);
    if (resource === undefined) return undefined;
    const { system, cluster, site } = resource;
    if (system !== undefined) return [`system/${system}`];
    return [cluster === undefined ? `site/${site}` : `cluster/${cluster}`];
  }

  private ofThing(subject: string): readonly SubjectPlace[] {
    const [kind, id = '', name = ''] = subject.split('/');
    switch (kind) {
      case 'system':
      case 'site':
        return [subject];
      case 'cluster':
        return this.ofCluster(id);
      case 'tenant':
        return [`tenant/${this.view.model.provinceOf(id) ?? id}`];
      case 'namespace':
        return systemPlace(this.view.model.tryNamespace(id, name)?.system);
      case 'flow':
        return this.ofFlow(subject.slice('flow/'.length));
      default:
        return NATION;
    }
  }

  private ofCluster(id: string): readonly SubjectPlace[] {
    const system = this.view.model.tryCluster(id)?.system;
    return system === undefined ? [`cluster/${id}`] : [`system/${system}`];
  }

  private ofFlow(id: string): readonly SubjectPlace[] {
    const flow = this.flows.get(id);
    const ends = flow === undefined ? [] : [flow.from, flow.to];
    const systems = ends.flatMap((end) => (end.kind === 'zone' ? [end.system] : []));
    return systems.length === 0 ? NATION : [...new Set(systems)].map((system) => `system/${system}`);
  }
}

function systemPlace(system: string | undefined): readonly SubjectPlace[] {
  return system === undefined ? NATION : [`system/${system}`];
}
