import { parseIp, type IpAddress } from '../../../model/address/ip';
import { readCluster } from '../../../resources/reachability/cluster-input';
import { workloadName } from '../../../resources/reachability/peers/workload';
import { Reachability } from '../../../resources/reachability/solve/reachability';
import { protocols } from '../../../resources/reachability/traffic/traffic';
import type { JsonObject } from '../../../resources/resource';
import { expectAnswers } from './agreement/answers';
import { networkPolicy, pod, yaml } from './agreement/expect-flows';
import { resourceOf } from './agreement/resource-of';
import { judge } from './oracle/brute-force';
import { Chance } from './oracle/chance';
import { podsOf, type Pod } from './oracle/matching';
import type { Objects } from './oracle/random-cluster';
import { nameByOwner, randomLivingCluster } from './oracle/random-owners';

/** An object that makes pods with these labels. */
function maker(kind: string, name: string, labels: JsonObject): JsonObject {
  const template = { metadata: { labels }, spec: { containers: [] } };
  const apiVersion = kind.endsWith('Job') ? 'batch/v1' : 'apps/v1';
  return { apiVersion, kind, metadata: { name, namespace: 'a' }, spec: { template, replicas: 0 } };
}

function ownedBy(object: JsonObject, kind: string, name: string): JsonObject {
  const apiVersion = kind.endsWith('Job') ? 'batch/v1' : 'apps/v1';
  const owner = { apiVersion, kind, name, controller: true };
  return { ...object, metadata: { ...(object['metadata'] as JsonObject), ownerReferences: [owner] } };
}

const ownedByDeployment = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', controller: true };

function namesOf(objects: Objects): readonly string[] {
  const { workloads, troubles } = readCluster(objects.map(resourceOf));
  expect(troubles).toEqual([]);
  return workloads.map(workloadName);
}

const about = (selector: string): JsonObject => networkPolicy('a', `{podSelector: ${selector}}`);

describe('pods beside their owners', () => {
  const deployment = maker('Deployment', 'web', { app: 'web' });
  const replicaSet = ownedBy(
    maker('ReplicaSet', 'web-5d', { app: 'web', 'pod-template-hash': '5d' }),
    'Deployment',
    'web',
  );
  const pods = ['x', 'y'].map((one) =>
    ownedBy(pod(`a/web-5d-${one}`, { app: 'web', 'pod-template-hash': '5d', one }), 'ReplicaSet', 'web-5d'),
  );

  it('are called by the topmost owner, which counts through them alone', () => {
    expect(namesOf([deployment, replicaSet, ...pods])).toEqual(['a/web[Deployment]']);
  });

  it('are called by an owner that nobody wrote out', () => {
    expect(namesOf([replicaSet, ...pods])).toEqual(['a/web[Deployment]']);
    expect(namesOf(pods)).toEqual(['a/web-5d[ReplicaSet]']);
    expect(namesOf([ownedBy(pod('a/one'), 'Rollout', 'blue')])).toEqual(['a/blue[Rollout]']);
  });

  it('have the labels that they have, not those of the template', () => {
    const renamed = pods.map((one) => ({
      ...one,
      metadata: { ...(one['metadata'] as JsonObject), labels: { app: 'now' } },
    }));
    const objects = [deployment, replicaSet, ...renamed, pod('a/client')];
    const flow = 'a/client > a/web 80/TCP';
    expectAnswers([...objects, about('{matchLabels: {app: now}}')], { [flow]: 'denied' }, []);
    expectAnswers([...objects, about('{matchLabels: {app: web}}')], { [flow]: 'allowed' }, []);
  });

  it('each stand alone where a selector tells them apart', () => {
    const alone = ['a/web-5d-x[Pod]', 'a/web-5d-y[Pod]'];
    expect(namesOf([deployment, replicaSet, ...pods, about('{matchLabels: {one: x}}')])).toEqual(alone);
    const notIn = '{matchExpressions: [{key: one, operator: NotIn, values: [y, z]}]}';
    expect(namesOf([deployment, replicaSet, ...pods, about(notIn)])).toEqual(alone);
    const exists = '{matchExpressions: [{key: one, operator: Exists}]}';
    expect(namesOf([deployment, replicaSet, ...pods, about(exists)])).toEqual(['a/web[Deployment]']);
    expect(namesOf([...pods, about('{matchLabels: {pod-template-hash: 5d}}')])).toEqual(['a/web-5d[ReplicaSet]']);
    const bare = ownedBy(pod('a/web-5d-z', { app: 'web' }), 'ReplicaSet', 'web-5d');
    expect(namesOf([...pods, bare, about(exists)])).toEqual([...alone, 'a/web-5d-z[Pod]']);
  });

  it('each stand alone where a Service tells them apart', () => {
    const [service = {}] = yaml(
      '{apiVersion: v1, kind: Service, metadata: {name: x, namespace: a}, spec: {selector: {one: x}, ports: [{port: 80}]}}',
    );
    expect(namesOf([...pods, service])).toEqual(['a/web-5d-x[Pod]', 'a/web-5d-y[Pod]']);
  });

  it.each([
    ['named ports', { ports: [{ name: 'web', containerPort: 81 }] }],
    ['addresses of their nodes', { hostNetwork: true }],
  ])('each stand alone where they differ in %s', (_, spec) => {
    const other = ownedBy(pod('a/web-5d-z', { app: 'web' }, spec), 'ReplicaSet', 'web-5d');
    const [first = {}] = pods;
    expect(namesOf([deployment, replicaSet, first, other])).toEqual(['a/web-5d-x[Pod]', 'a/web-5d-z[Pod]']);
  });

  it('leave a template that nothing was made of yet to itself', () => {
    const old = ownedBy(maker('ReplicaSet', 'web-4c', { app: 'old' }), 'Deployment', 'web');
    const objects = [deployment, replicaSet, old, ...pods];
    expect(namesOf([...objects, about('{matchLabels: {app: old}}')])).toEqual([
      'a/web[Deployment]',
      'a/web-4c[ReplicaSet]',
    ]);
    expect(namesOf([...objects, about('{}')])).toEqual(['a/web[Deployment]']);
    expect(namesOf([deployment, replicaSet])).toEqual(['a/web[Deployment]']);
  });

  it('count no more where they ended, and then the template counts', () => {
    const ended = { ...ownedBy(pod('a/job-1', { app: 'job' }), 'Job', 'job'), status: { phase: 'Succeeded' } };
    const job = maker('Job', 'job', { app: 'job' });
    expect(namesOf([job, ended])).toEqual(['a/job[Job]']);
    const complete = { ...job, status: { conditions: [{ type: 'Complete', status: 'True' }] } };
    expect(namesOf([complete, ended])).toEqual([]);
  });

  it('are not those of an object of the same name that was made anew', () => {
    const anew = { ...deployment, metadata: { name: 'web', namespace: 'a', uid: 'new' } };
    const [first = {}] = pods;
    const owner = { ...ownedByDeployment, uid: 'old' };
    const left = { ...first, metadata: { ...(first['metadata'] as JsonObject), ownerReferences: [owner] } };
    expect(namesOf([anew, left])).toEqual(['a/web[Deployment]', 'a/web-5d-x[Pod]']);
  });

  it.each<[string, JsonObject['metadata']]>([
    ['nodes own them', [{ apiVersion: 'v1', kind: 'Node', name: 'node-1', controller: true }]],
    ['a pod owns them', [{ apiVersion: 'v1', kind: 'Pod', name: 'web-5d-y', controller: true }]],
    ['an owner is no controller', [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-5d' }]],
    ['owners are no list', { kind: 'ReplicaSet' }],
  ])('stand alone where %s', (_, ownerReferences) => {
    const [first = {}] = pods;
    const metadata = { ...(first['metadata'] as JsonObject), ownerReferences: ownerReferences ?? null };
    expect(namesOf([{ ...first, metadata }, pod('a/web-5d-y')])).toEqual(['a/web-5d-x[Pod]', 'a/web-5d-y[Pod]']);
  });

  it('end where owners own each other', () => {
    const one = ownedBy(maker('ReplicaSet', 'one', {}), 'ReplicaSet', 'two');
    const two = ownedBy(maker('ReplicaSet', 'two', {}), 'ReplicaSet', 'one');
    expect(namesOf([one, two, ownedBy(pod('a/pod'), 'ReplicaSet', 'one')])).toEqual(['a/two[ReplicaSet]']);
  });
});

function addressOf(text: string): IpAddress {
  const parsed = parseIp(text);
  if (!parsed.ok) throw new Error(`${text} is no address`);
  return parsed.value;
}

interface Counts {
  merged: number;
  alone: number;
}

/** The number of the workload that stands for a pod: itself, or its owner. */
function numberOf(reachability: Reachability, names: readonly string[]): number {
  return reachability.workloads.findIndex((one) => names.includes(workloadName(one)));
}

/** Compares every flow between the pods of a living cluster, and one address, with what brute force says of the pods. */
function differenceOf(objects: Objects, chance: Chance, counts: Counts): string | undefined {
  const reachability = new Reachability(readCluster(objects.map(resourceOf)), { blocksTakePods: 'never' });
  const written = objects.filter(({ kind }) => kind === 'Pod');
  const ends = podsOf(written).map((end: Pod) => {
    const own = `${end.namespace}/${end.name}[Pod]`;
    const object = written.find((one) => (one['metadata'] as JsonObject)['name'] === end.name) ?? {};
    const number = numberOf(reachability, [own]);
    counts[number === -1 ? 'merged' : 'alone'] += 1;
    return { end, number: number === -1 ? numberOf(reachability, [nameByOwner(objects, object)]) : number };
  });
  const [address, port] = ['10.1.2.3', chance.pick([80, 443, 8080])];
  const atom = reachability.outside.numberOf(addressOf(address));
  const { answers } = reachability;
  for (const protocol of protocols) {
    for (const from of ends) {
      const out = { from: from.end, to: address, protocol, port };
      if (
        answers.verdictOf(reachability.toOutside(from.number, atom), protocol, port) !== judge(objects, out, 'cilium')
      )
        return JSON.stringify({ out, objects });
      for (const to of ends) {
        if (from === to) continue;
        const flow = { from: from.end, to: to.end, protocol, port };
        const answer = answers.verdictOf(reachability.between(from.number, to.number), protocol, port);
        if (answer !== judge(objects, flow, 'cilium')) return JSON.stringify({ answer, flow, objects });
      }
    }
  }
  return undefined;
}

describe('pods that were merged', () => {
  it('get the answers of each of them, in many random clusters', () => {
    const counts = { merged: 0, alone: 0 };
    for (let seed = 1; seed <= 200; seed++)
      expect(differenceOf(randomLivingCluster(seed), new Chance(seed), counts)).toBeUndefined();
    expect(counts.merged).toBeGreaterThan(200);
    expect(counts.alone).toBeGreaterThan(100);
  });
});
