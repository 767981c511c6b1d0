import { annotations } from '../../model/naming';
import type { FactPath } from '../../model/problem';
import type { Flow, FlowEnd } from '../../model/segmentation/flow';
import { textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';

/** What a rule may judge: a written object, a thing of the model, a file, the assembly, or what a rule names itself. */
export type SubjectKind =
  | 'object'
  | 'namespace'
  | 'system'
  | 'tenant'
  | 'site'
  | 'cluster'
  | 'flow'
  | 'file'
  | 'assembly'
  | 'other';

/** One thing that rules judge, or could, with all that it belongs to. */
export interface TraceSubject {
  /** As findings name it: the id of a resource, `system/<id>`, `namespace/<cluster>/<name>`, … */
  readonly id: string;
  readonly kind: SubjectKind;
  /** The written object.
   * @default - a thing of the model
   */
  readonly resource?: Resource;
  /** The fact that declares it.
   * @default - a written object, whose manifest tells, or a thing that follows from many facts
   */
  readonly origin?: FactPath;
  /** Where the fact stands that caused it, `file:line`.
   * @default - its own object or fact tells, or nobody knows
   */
  readonly source?: string;
  /** @default - of no one tenant */
  readonly tenant?: string | undefined;
  /** The systems that it belongs to; a flow has one at each end. */
  readonly systems: readonly string[];
  /** @default - at no one site */
  readonly site?: string | undefined;
  /** @default - in no cluster */
  readonly cluster?: string | undefined;
  /** `<cluster>/<name>` of the namespace that it stands in or is.
   * @default - in none
   */
  readonly namespace?: string | undefined;
  /** Path of the file that holds it.
   * @default - a thing of the model
   */
  readonly file?: string | undefined;
  /** Ids of the flows that it is, or says that it is written for. */
  readonly flows: readonly string[];
}

/** Everything that an assembly and its model have, and a rule may judge. */
export function listSubjects(view: AssemblyView): readonly TraceSubject[] {
  const { model, files, resources } = view;
  return [
    ...resources.all.map(ofResource),
    ...model.sites.map(({ id, origin }) => thing({ id: `site/${id}`, kind: 'site', origin, site: id })),
    ...model.clusters.map(({ id, site, system }) =>
      thing({ id: `cluster/${id}`, kind: 'cluster', site, cluster: id, systems: system === undefined ? [] : [system] }),
    ),
    ...model.tenants.map(({ id, origin }) => thing({ id: `tenant/${id}`, kind: 'tenant', origin, tenant: id })),
    ...model.systems.map(({ id, origin, owner }) =>
      thing({ id: `system/${id}`, kind: 'system', origin, tenant: owner, systems: [id] }),
    ),
    ...model.namespaces.map(({ cluster, name, origin, tenant, system, site }) => {
      const namespace = `${cluster}/${name}`;
      const kind = 'namespace' as const;
      return thing({ id: `namespace/${namespace}`, kind, origin, tenant, systems: [system], site, cluster, namespace });
    }),
    ...model.flows.map(ofFlow),
    ...files.map(({ path, site, cluster }) => thing({ id: `file/${path}`, kind: 'file', site, cluster, file: path })),
    thing({ id: 'assembly', kind: 'assembly' }),
  ];
}

/**
 * What a rule names beside what the model and the files list: a namespace of the platform, a cluster in some
 * circumstance (`cluster/<id> without <site>`), or something that nobody else knows.
 */
export function namedSubject(id: string, { model, resources }: AssemblyView): TraceSubject {
  const [kind, place = '', name = '', ...more] = id.split('/');
  const [cluster = ''] = place.split(' ');
  const found = model.tryCluster(cluster);
  if (found === undefined || more.length > 0) return thing({ id, kind: 'other' });
  const { site, system } = found;
  const systems = system === undefined ? [] : [system];
  if (kind === 'cluster' && name === '') return thing({ id, kind, site, cluster, systems });
  const written = resources.tryFind(`${cluster}/Namespace/-/${name}`);
  if (kind !== 'namespace' || written === undefined) return thing({ id, kind: 'other' });
  const { source, tenant } = written;
  const namespace = `${cluster}/${name}`;
  return thing({
    id,
    kind,
    source,
    tenant,
    systems: written.system === undefined ? [] : [written.system],
    site,
    cluster,
    namespace,
  });
}

function thing(given: Pick<TraceSubject, 'id' | 'kind'> & Partial<TraceSubject>): TraceSubject {
  return { systems: [], flows: [], ...given };
}

function ofResource(resource: Resource): TraceSubject {
  const { id, tenant, system, site, cluster, kind, name, artifact } = resource;
  const inside = kind === 'Namespace' ? name : resource.namespace;
  return {
    id,
    kind: 'object',
    resource,
    tenant,
    systems: system === undefined ? [] : [system],
    site,
    cluster,
    namespace: cluster === undefined || inside === undefined ? undefined : `${cluster}/${inside}`,
    file: artifact.file,
    flows: statedFlows(resource),
  };
}

function ofFlow({ id, origin, from, to }: Flow): TraceSubject {
  const systems = [...new Set([from, to].flatMap(systemAt))].toSorted();
  return thing({ id: `flow/${id}`, kind: 'flow', origin, systems, flows: [id] });
}

function systemAt(end: FlowEnd): readonly string[] {
  return end.kind === 'zone' ? [end.system] : [];
}

const NONE: readonly string[] = Object.freeze([]);

/** The flows that an object says it is written for. */
function statedFlows({ body }: Resource): readonly string[] {
  const stated = textAt(body, 'metadata', 'annotations', annotations.flows);
  return stated === undefined ? NONE : stated.split(',');
}
