import { listAt, objectAt, textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';

/** Something that says where data goes or comes from. */
export interface NamedPlace {
  readonly where: string;
  /** A host name, an address with scheme, a bucket, or a site’s id. */
  readonly kind: 'host' | 'address' | 'bucket' | 'site';
  readonly value: string;
}

/** The places that a BackupStorageLocation, an ObjectStore or a database Cluster names. */
export function placesOf({ kind, body }: Resource): readonly NamedPlace[] {
  if (kind === 'BackupStorageLocation') {
    const spec = objectAt(body, 'spec');
    return [
      { where: 'spec.config.s3Url', kind: 'address', value: textAt(spec, 'config', 's3Url') ?? '' },
      { where: 'spec.objectStorage.bucket', kind: 'bucket', value: textAt(spec, 'objectStorage', 'bucket') ?? '' },
    ];
  }
  const stores = [
    { where: 'spec.configuration', store: objectAt(body, 'spec', 'configuration') },
    { where: 'spec.backup.barmanObjectStore', store: objectAt(body, 'spec', 'backup', 'barmanObjectStore') },
    ...listAt(body, 'spec', 'externalClusters').map((one, index) => ({
      where: `spec.externalClusters[${index}].barmanObjectStore`,
      store: objectAt(one, 'barmanObjectStore'),
    })),
  ];
  return stores.flatMap(({ where, store }): readonly NamedPlace[] => {
    if (store === undefined) return [];
    const bucket = /^s3:\/\/([^/]*)/.exec(textAt(store, 'destinationPath') ?? '')?.[1] ?? '';
    return [
      { where: `${where}.endpointURL`, kind: 'address', value: textAt(store, 'endpointURL') ?? '' },
      { where: `${where}.destinationPath`, kind: 'bucket', value: bucket },
    ];
  });
}

/** The hosts on which the whole nation depends. */
export function placesOfNation({ model }: AssemblyView): readonly NamedPlace[] {
  const { imageRegistry, identity, security, timeServers, terraformBackend } = model.nation;
  const host = (where: string, value: string): NamedPlace => ({ where: `nation.${where}`, kind: 'host', value });
  return [
    host('imageRegistry', imageRegistry),
    host('identity.issuer', identity.issuer),
    host('security.siem', security.siem),
    host('security.nationalCenter', security.nationalCenter),
    host('security.certificateAuthority', security.certificateAuthority),
    ...timeServers.map((server, index) => host(`timeServers[${index}]`, server)),
    ...(terraformBackend.kind === 's3' ? [host('terraformBackend.endpoint', terraformBackend.endpoint)] : []),
  ];
}

/** Whether a place lies at a declared site or under the nation's own domain. */
export function isDomestic(view: AssemblyView, { kind, value }: NamedPlace): boolean {
  if (kind === 'site') return view.model.trySite(value) !== undefined;
  if (kind === 'bucket') return view.backup.trySiteOfBucket(value) !== undefined;
  if (kind === 'address' && !URL.canParse(value)) return false;
  const host = kind === 'address' ? new URL(value).hostname : value;
  const { domain } = view.model.nation;
  return host === domain || host.endsWith(`.${domain}`);
}
