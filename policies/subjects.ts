import type { Flow } from '../model/segmentation/flow';
import type { Cluster } from '../model/site/cluster';
import type { Site } from '../model/site/site';
import type { Namespace } from '../model/tenancy/namespace';
import type { System } from '../model/tenancy/system';
import type { Tenant } from '../model/tenancy/tenant';
import type { FactPath } from '../model/problem';
import type { AssemblyFile } from '../resources/assembly';
import type { Resource } from '../resources/resource';
import type { Subject } from './define-policy';

/** A subject with the thing that it is, so that a check needn't look it up. */
export interface SubjectOf<T> extends Subject {
  readonly of: T;
}

/** Each resource as a subject. */
export function resourceSubjects(resources: readonly Resource[]): readonly SubjectOf<Resource>[] {
  return once(resources, (one) => ({
    id: one.id,
    tenant: one.tenant,
    system: one.system,
    source: one.source === '' ? undefined : one.source,
    file: one.artifact.file,
    of: one,
  }));
}

const known = new WeakMap<object, readonly SubjectOf<unknown>[]>();

/** Many policies ask about the same list; its subjects are made once and stand as long as it does. */
function once<T>(list: readonly T[], make: (one: T) => SubjectOf<T>): readonly SubjectOf<T>[] {
  const found = known.get(list) as readonly SubjectOf<T>[] | undefined;
  if (found !== undefined) return found;
  const made = list.map(make);
  known.set(list, made);
  return made;
}

/** Each system as a subject: `system/<id>`. */
export function systemSubjects(systems: readonly System[]): readonly SubjectOf<System>[] {
  return once(systems, (one) => ({
    id: `system/${one.id}`,
    tenant: one.owner,
    system: one.id,
    source: place(one.origin),
    of: one,
  }));
}

/** Each namespace of the model as a subject: `namespace/<cluster>/<name>`. */
export function namespaceSubjects(namespaces: readonly Namespace[]): readonly SubjectOf<Namespace>[] {
  return once(namespaces, (one) => ({
    id: `namespace/${one.cluster}/${one.name}`,
    tenant: one.tenant,
    system: one.system,
    source: place(one.origin),
    of: one,
  }));
}

/** Each site as a subject: `site/<id>`. */
export function siteSubjects<S extends Site>(sites: readonly S[]): readonly SubjectOf<S>[] {
  return sites.map((one) => ({ id: `site/${one.id}`, source: place(one.origin), of: one }));
}

/** Each cluster as a subject: `cluster/<id>`. */
export function clusterSubjects(clusters: readonly Cluster[]): readonly SubjectOf<Cluster>[] {
  return clusters.map((one) => ({ id: `cluster/${one.id}`, system: one.system, of: one }));
}

/** Each tenant as a subject: `tenant/<id>`. */
export function tenantSubjects(tenants: readonly Tenant[]): readonly SubjectOf<Tenant>[] {
  return tenants.map((one) => ({ id: `tenant/${one.id}`, tenant: one.id, source: place(one.origin), of: one }));
}

/** Each flow as a subject: `flow/<id>`. */
export function flowSubjects(flows: readonly Flow[]): readonly SubjectOf<Flow>[] {
  return flows.map((one) => ({ id: `flow/${one.id}`, source: place(one.origin), of: one }));
}

/** Each file of the assembly as a subject: `file/<path>`. */
export function fileSubjects(files: readonly AssemblyFile[]): readonly SubjectOf<AssemblyFile>[] {
  return files.map((one) => ({ id: `file/${one.path}`, file: one.path, of: one }));
}

/** The assembly as a whole, the subject of what concerns all of it. */
export const assemblySubject: Subject = Object.freeze({ id: 'assembly' });

/** A fact path as text: the fact file, then the keys. */
function place(origin: FactPath): string {
  return origin.join('/');
}
