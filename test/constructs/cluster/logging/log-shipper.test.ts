import { load } from 'js-yaml';
import { logDutyOf, type LogDuty } from '../../../../constructs/cluster/logging/log-retention';
import { LogShipper } from '../../../../constructs/cluster/logging/log-shipper';
import { NationalCenterConnector } from '../../../../constructs/cluster/logging/national-center-connector';
import { clusterOf } from '../../../support/healthy-cluster';
import { healthyModel, withSystem } from '../../../support/healthy-model';
import { findObject, renderConstruct, type RenderedObject } from '../../../support/render-construct';

const { nation } = healthyModel();

interface Pipeline {
  readonly pipeline: {
    readonly inputs: readonly { readonly path?: string }[];
    readonly outputs: readonly Readonly<Record<string, unknown>>[];
  };
}

function ship(duty: LogDuty): readonly RenderedObject[] {
  return renderConstruct((scope) => new LogShipper(scope, 'shipper', { cluster: clusterOf(), nation, duty }));
}

function pipelineOf(objects: readonly RenderedObject[]): Pipeline['pipeline'] {
  const data = findObject(objects, 'ConfigMap')['data'] as Readonly<Record<string, string>>;
  return (load(data['fluent-bit.yaml'] ?? '') as Pipeline).pipeline;
}

describe('LogShipper', () => {
  const objects = ship({ retentionDays: 365, nationalCenter: true });

  test('runs on every node, whatever its taints, and only reads there', () => {
    expect(findObject(objects, 'DaemonSet')).toMatchObject({
      spec: {
        template: {
          spec: {
            tolerations: [{ operator: 'Exists' }],
            priorityClassName: 'platform-critical',
            containers: [
              {
                image: 'registry.test.gov.vn/platform/fluent-bit:4.1.0',
                securityContext: {
                  privileged: false,
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                  readOnlyRootFilesystem: true,
                },
              },
            ],
          },
        },
      },
    });
  });

  test('says how long the central store keeps the logs', () => {
    expect(findObject(objects, 'DaemonSet').metadata.annotations).toEqual({ 'ndc.gov.vn/retention-days': '365' });
  });

  test('reads pods, the audit of the API server and flows', () => {
    const paths = pipelineOf(objects).inputs.flatMap(({ path }) => (path === undefined ? [] : [path]));
    expect(paths).toEqual([
      '/var/log/containers/*.log',
      '/var/log/kubernetes/audit/audit.log',
      '/var/run/cilium/hubble/events.log',
    ]);
  });

  test('sends everything to the collector of the nation over TLS with its own certificate', () => {
    expect(pipelineOf(objects).outputs[0]).toMatchObject({
      match: '*',
      host: 'siem.test.gov.vn',
      port: 6514,
      tls: 'on',
      'tls.verify': 'on',
      'tls.crt_file': '/etc/log-certificate/tls.crt',
    });
  });

  test('hands security events to the connector exactly where there is one', () => {
    const hosts = (nationalCenter: boolean) =>
      pipelineOf(ship({ retentionDays: 90, nationalCenter })).outputs.map((output) => output['host']);
    expect(hosts(true)).toEqual(['siem.test.gov.vn', 'national-center-connector']);
    expect(hosts(false)).toEqual(['siem.test.gov.vn']);
  });

  test('looks up pods and namespaces and nothing else', () => {
    expect(findObject(objects, 'ClusterRole')['rules']).toEqual([
      { apiGroups: [''], resources: ['namespaces', 'pods'], verbs: ['get', 'list', 'watch'] },
    ]);
  });
});

describe('NationalCenterConnector', () => {
  const objects = renderConstruct(
    (scope) => new NationalCenterConnector(scope, 'connector', { cluster: clusterOf(), nation }),
  );

  test('runs twice, apart, and one always stays', () => {
    expect(findObject(objects, 'Deployment')).toMatchObject({
      spec: {
        replicas: 2,
        template: {
          spec: {
            topologySpreadConstraints: [
              { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
            ],
            containers: [{ securityContext: { runAsNonRoot: true } }],
          },
        },
      },
    });
    expect(findObject(objects, 'PodDisruptionBudget')['spec']).toMatchObject({ minAvailable: 1 });
  });

  test('sends to the national center over TLS', () => {
    expect(pipelineOf(objects).outputs).toEqual([expect.objectContaining({ host: 'center.test.gov.vn', tls: 'on' })]);
  });
});

describe('logDutyOf()', () => {
  test.each([
    ['dc-north-shared-0', { retentionDays: 365, nationalCenter: true }],
    ['dc-north-land', { retentionDays: 365, nationalCenter: true }],
    ['dc-north-management', { retentionDays: 365, nationalCenter: true }],
    ['dc-south-shared-0', { retentionDays: 90, nationalCenter: false }],
  ])('of %s is that of its most demanding system', (id, duty) => {
    expect(logDutyOf(healthyModel(), clusterOf(id))).toEqual(duty);
  });

  test('never goes below the level, whatever the facts say', () => {
    const model = withSystem('land-database', { logRetentionDays: 30 });
    expect(logDutyOf(model, clusterOf('dc-north-land')).retentionDays).toBe(365);
  });
});
