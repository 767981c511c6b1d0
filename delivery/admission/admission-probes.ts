import type { Model } from '../../model/model';
import type { Text } from '../../model/text';
import type { JsonObject } from '../../resources/resource';

/** One object that a cluster is asked to take, without keeping it. */
export interface AdmissionProbe {
  readonly title: Text;
  readonly object: JsonObject;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  /** Who must turn it away, by name; undefined when it must be let in: without that, refusals would prove nothing. */
  readonly refusedBy: readonly string[] | undefined;
}

/** By its digest, as high levels ask; nothing ever pulls it. */
const PROBE = `probe:1.0.0@sha256:${'0'.repeat(64)}`;

/**
 * What a cluster with tenants must refuse, and one pod that it must take: each differs from the good one in exactly what it
 * is about. Undefined for a cluster without a tenant's namespace.
 */
export function admissionProbes(model: Model, cluster: string): readonly AdmissionProbe[] | undefined {
  const namespace = model.namespaces.find((one) => one.cluster === cluster && !one.communePart)?.name;
  if (namespace === undefined) return undefined;
  const image = `${model.nation.imageRegistry}/${PROBE}`;
  return [
    {
      title: { vi: 'Pod hợp lệ', en: 'a pod as it should be' },
      object: podOf(namespace, image),
      namespace,
      refusedBy: undefined,
    },
    {
      title: { vi: 'Pod đặc quyền', en: 'a privileged pod' },
      object: podOf(namespace, image, { privileged: true, allowPrivilegeEscalation: true }),
      namespace,
      refusedBy: ['rules-workloads-pod-everywhere', 'PodSecurity'],
    },
    {
      title: { vi: 'Ảnh từ nơi khác', en: 'an image from elsewhere' },
      object: podOf(namespace, `docker.io/library/${PROBE}`),
      namespace,
      refusedBy: ['images-of-the-nation'],
    },
    {
      title: { vi: 'Không gian tên không thuộc ai', en: 'a namespace of nobody' },
      object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'probe-of-nobody' } },
      refusedBy: ['namespaces-say-whose-they-are'],
    },
    {
      title: { vi: 'Chính sách mạng mở đơn vị cho tất cả', en: 'a network policy that opens a tenant' },
      object: openPolicy(namespace),
      namespace,
      refusedBy: ['rules-network-policies-everywhere'],
    },
    {
      title: { vi: 'Pod ở nơi không có hạn mức', en: 'a pod where there is no quota' },
      object: podOf('default', image),
      namespace: 'default',
      refusedBy: ['pods-stand-under-a-quota'],
    },
  ];
}

function podOf(namespace: string, image: string, bend: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'probe', namespace },
    spec: {
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'probe',
          image,
          resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '10m', memory: '16Mi' } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
            ...bend,
          },
        },
      ],
    },
  };
}

function openPolicy(namespace: string): JsonObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'probe-open', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 8443 }] }] },
  };
}
