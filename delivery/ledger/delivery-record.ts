import type { Level } from '../../model/level';
import type { Model } from '../../model/model';
import type { Text } from '../../model/text';
import type { Resource } from '../../resources/resource';
import type { Wave } from '../wave/delivery-step';

/** An object as a delivery knows it: enough to find it again when no assembly names it any more. */
export interface DeliveredObject {
  /** `<cluster>/<Kind>/<namespace or ->/<name>`. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly cluster: string;
  readonly engine: 'terraform' | 'kubernetes';
  /** The step that brought it. */
  readonly step: string;
  /** Shard of Terraform, or the part of the cluster's inventory. */
  readonly part: string;
  /** Address in the state of the shard; of Kubernetes' own objects `Kind/namespace/name`. */
  readonly address: string;
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
}

/** What a person must know of a system before it is taken away. */
export interface DeliveredSystem {
  readonly id: string;
  readonly declaration: string;
  readonly officialName: Text;
  readonly owner: string;
  readonly level: Level;
  readonly citizenService: boolean;
  /** People whose data it holds. */
  readonly dataSubjects: number;
}

/** What a run set out to deliver; kept beside the journal under the digest of its assembly. */
export interface DeliveryRecord {
  readonly formatVersion: 1;
  readonly assemblyDigest: string;
  readonly objects: readonly DeliveredObject[];
  readonly systems: readonly DeliveredSystem[];
}

/** The record of a deploy. */
export function recordDelivery(assemblyDigest: string, waves: readonly Wave[], model: Model): DeliveryRecord {
  return {
    formatVersion: 1,
    assemblyDigest,
    objects: waves.flatMap(({ steps }) =>
      steps.flatMap(({ id, engine, cluster, part, resources }) =>
        resources.map((resource) => deliveredObject(resource, { step: id, engine, cluster, part })),
      ),
    ),
    systems: model.systems.map(({ id, declaration, officialName, owner, level, type, dataSubjects }) => ({
      id,
      declaration,
      officialName,
      owner,
      level,
      citizenService: type === 'citizen-service',
      dataSubjects: dataSubjects.basic + dataSubjects.sensitive,
    })),
  };
}

function deliveredObject(
  { id, apiVersion, kind, namespace, name, artifact, tenant, system }: Resource,
  place: Pick<DeliveredObject, 'step' | 'engine' | 'cluster' | 'part'>,
): DeliveredObject {
  return { id, apiVersion, kind, namespace, name, ...place, address: artifact.address, tenant, system };
}
