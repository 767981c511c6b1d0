import type { ManifestFile, ManifestObject } from '../../model/assembly';
import type { IntegrityFinding } from '../assembly';
import { resourceId } from '../resource-id';
import type { Resource } from '../resource';
import type { Reading, ReadObject } from './dialect';
import { kubernetesAddress } from './kubernetes';

/** The resources of a file, with what its manifest entry says of each, and where the two depart. */
export interface Matched {
  readonly resources: readonly Resource[];
  readonly integrity: readonly IntegrityFinding[];
}

/** Gives each object of a file the manifest's word on where it comes from and whom it serves. */
export function matchObjects(stated: ManifestFile, reading: Reading): Matched {
  const { engine, path: file } = stated;
  const entries = new Map(stated.objects.map((one) => [plainAddress(one.address, engine), one]));
  const met = new Set<string>();
  const integrity: IntegrityFinding[] = reading.troubles.map((one) => ({ ...one, file }));
  const report = (kind: IntegrityFinding['kind'], address: string, detail: string): void =>
    void integrity.push({ kind, file, address, detail });
  const resources = reading.objects.map((object) => {
    const entry = entries.get(object.address);
    if (entry === undefined) report('unlisted-object', object.address, 'not in the manifest');
    if (met.has(object.address)) report('duplicate-object', object.address, 'stands twice in the file');
    met.add(object.address);
    return resource(object, entry, stated);
  });
  for (const [address, entry] of entries) {
    if (!met.has(address)) report('missing-object', entry.address, "the manifest lists it, the file doesn't hold it");
  }
  if (entries.size < stated.objects.length) report('duplicate-object', '', 'the manifest lists an address twice');
  return { resources, integrity };
}

function resource(object: ReadObject, entry: ManifestObject | undefined, stated: ManifestFile): Resource {
  const { apiVersion, kind, name, namespace, body, engineArguments, address } = object;
  const { cluster, site, path: file, engine } = stated;
  return {
    id: resourceId(cluster ?? site, { kind, namespace, name }),
    apiVersion,
    kind,
    name,
    namespace,
    cluster,
    site,
    body,
    artifact: { file, engine, address },
    engineArguments,
    constructPath: entry?.constructPath ?? '',
    source: entry?.source ?? '',
    tenant: entry?.tenant,
    system: entry?.system,
    zone: entry?.zone,
    level: entry?.level,
  };
}

/** Writes the address of an object without namespace in one way: `Kind/-/name`. */
function plainAddress(address: string, engine: ManifestFile['engine']): string {
  if (engine !== 'kubernetes') return address;
  const [kind = '', ...rest] = address.split('/');
  const [namespace, name] = rest.length > 1 ? [rest[0], rest.slice(1).join('/')] : [undefined, rest[0] ?? ''];
  return kubernetesAddress(kind, namespace === '' || namespace === '-' ? undefined : namespace, name);
}
