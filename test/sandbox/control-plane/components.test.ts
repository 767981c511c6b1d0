import { clusterPlace } from '../../../sandbox/control-plane/cluster-place';
import type { ComponentContext } from '../../../sandbox/control-plane/components/component-context';
import { controllerManagerPlan, schedulerPlan } from '../../../sandbox/control-plane/components/controllers';
import { etcdPlan } from '../../../sandbox/control-plane/components/etcd';
import { apiServerPlan } from '../../../sandbox/control-plane/components/kube-apiserver';
import { nodeSimulatorPlan } from '../../../sandbox/control-plane/components/node-simulator';
import { planDigest, type ProcessPlan } from '../../../sandbox/control-plane/processes/process-plan';
import type { ClusterSpec } from '../../../sandbox/control-plane/sandbox-spec';
import { deviationsOf } from '../../../sandbox/control-plane/start/deviations';
import { clusterSpec } from '../../support/sandbox/cluster-spec';

const context = (bend: Partial<ClusterSpec> = {}): ComponentContext => ({
  spec: clusterSpec(bend),
  place: clusterPlace('/sandbox', 'one'),
  ports: { api: 1, etcd: 2, etcdPeer: 3 },
  trust: 'an authority',
  binaries: {
    etcd: { path: '/bin/etcd' },
    'kube-apiserver': { path: '/bin/kube-apiserver' },
    'kube-controller-manager': { path: '/bin/kube-controller-manager' },
    'kube-scheduler': { path: '/bin/kube-scheduler' },
    kwok: { path: '/bin/kwok' },
  },
});

/** The value of a flag of a plan; undefined when it isn't there, all of them when it is there more than once. */
function flag(plan: ProcessPlan, name: string): string | undefined {
  const found = plan.arguments.filter((one) => one.startsWith(`--${name}=`)).map((one) => one.slice(name.length + 3));
  return found.length === 0 ? undefined : found.join(' and ');
}

describe('every process of a control plane', () => {
  const plans = [etcdPlan, apiServerPlan, controllerManagerPlan, schedulerPlan, nodeSimulatorPlan].map((plan) =>
    plan(context()),
  );

  it('listens on this machine alone', () => {
    const listening = plans
      .flatMap(({ arguments: given }) => given)
      .filter((one) => /^--(?:bind-address|.*-urls)=/.test(one));
    expect(listening.length).toBeGreaterThan(3);
    for (const one of listening) expect(one).toMatch(/=(?:https:\/\/)?127\.0\.0\.1(?::\d+)?$/);
  });

  it('keeps to a budget of memory', () => {
    for (const { settings } of plans)
      expect(settings).toMatchObject({
        GOGC: expect.stringMatching(/^\d+$/) as string,
        GOMEMLIMIT: expect.stringMatching(/^\d+MiB$/) as string,
      });
  });

  it('starts anew with another authority', () => {
    const other = { ...context(), trust: 'another authority' };
    expect(planDigest(etcdPlan(other))).not.toBe(planDigest(etcdPlan(context())));
    expect(planDigest(nodeSimulatorPlan(other))).not.toBe(planDigest(nodeSimulatorPlan(context())));
  });
});

describe('etcdPlan()', () => {
  it('knows clients and members by certificate', () => {
    const plan = etcdPlan(context({ etcd: [{ name: 'cipher-suites', value: 'A,B' }] }));
    expect(flag(plan, 'client-cert-auth')).toBe('true');
    expect(flag(plan, 'peer-client-cert-auth')).toBe('true');
    expect(flag(plan, 'trusted-ca-file')).toBe('/sandbox/clusters/one/keys/etcd-ca.crt');
    expect(flag(plan, 'cipher-suites')).toBe('A,B');
  });
});

describe('apiServerPlan()', () => {
  it('has the flags of its construct, their paths below the folder of the host', () => {
    const apiServer = [
      { name: 'audit-policy-file', value: '/etc/kubernetes/audit.yaml' },
      { name: 'authorization-mode', value: 'Node,RBAC' },
    ];
    const plan = apiServerPlan(context({ apiServer }));
    expect(flag(plan, 'audit-policy-file')).toBe('/sandbox/clusters/one/host/etc/kubernetes/audit.yaml');
    expect(flag(plan, 'authorization-mode')).toBe('Node,RBAC');
  });

  it('lets no flag of the construct move its address, its keys or the size of its audit log', () => {
    const apiServer = ['bind-address', 'secure-port', 'etcd-servers', 'client-ca-file', 'audit-log-maxsize'].map(
      (name) => ({
        name,
        value: 'theirs',
      }),
    );
    const plan = apiServerPlan(context({ apiServer }));
    expect(plan.arguments.filter((one) => one.includes('theirs'))).toEqual([]);
    expect(flag(plan, 'audit-log-maxsize')).toBe('16');
  });

  it('starts anew when one of its files has changed', () => {
    const file = (content: string): Partial<ClusterSpec> => ({ files: [{ path: '/etc/audit.yaml', content }] });
    expect(planDigest(apiServerPlan(context(file('a'))))).not.toBe(planDigest(apiServerPlan(context(file('b')))));
  });
});

describe('the plans of the controllers', () => {
  it('name the blocks of the cluster, so that nodes get theirs', () => {
    const plan = controllerManagerPlan(context());
    expect(flag(plan, 'cluster-cidr')).toBe('10.0.0.0/16,fd00:1::/56');
    expect(flag(plan, 'service-cluster-ip-range')).toBe('10.1.0.0/20,fd00:2::/112');
  });

  it('open no port and hold no election, for they are alone', () => {
    for (const plan of [controllerManagerPlan(context()), schedulerPlan(context())]) {
      expect([flag(plan, 'secure-port'), flag(plan, 'leader-elect')]).toEqual(['0', 'false']);
    }
  });
});

describe('deviationsOf()', () => {
  it('says what is otherwise than in a data center, and nothing that isn’t', () => {
    const flags = ['encryption-provider-config', 'authentication-config', 'audit-log-maxsize'];
    const all = deviationsOf(
      clusterSpec({ release: 'v1.35.0', apiServer: flags.map((name) => ({ name, value: '' })) }),
    );
    expect(all).toHaveLength(6);
    expect(all[0]).toBe('runs Kubernetes v1.36.3; its machines would run v1.35.0');
    expect(deviationsOf(clusterSpec())).toHaveLength(2);
  });
});
