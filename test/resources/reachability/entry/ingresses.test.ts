import type { JsonObject } from '../../../../resources/resource';
import { clusterPolicy, networkPolicy, pod } from '../agreement/expect-flows';
import { closed, entriesOf, gapsOf, object, open, service } from './entry-kit';

const web = pod('a/web', { app: 'web' });
const web80 = service(
  '{selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}, {port: 53, protocol: UDP}]}',
);

function ingress(spec: string): JsonObject {
  return object('networking.k8s.io/v1', 'Ingress', { place: 'a/front', spec });
}

const backend = (port: string, name = 'web'): string => `backend: {service: {name: ${name}, port: {${port}}}}`;
const simple = ingress(`{rules: [{host: a.vn, http: {paths: [{path: /x, ${backend('number: 80')}}]}}]}`);

describe('an Ingress', () => {
  it('leads by host and path, and by what is asked last, to a Service of its namespace', () => {
    const last = 'defaultBackend: {service: {name: web, port: {name: http}}}';
    const paths = `[{path: /x, ${backend('number: 80')}}, {${backend('name: http')}}]`;
    const rules = `[{host: a.vn, http: {paths: ${paths}}}, {host: b.vn}, {http: {paths: [{path: /, ${backend('number: 80')}}]}}]`;
    expect(entriesOf([web, web80, ingress(`{${last}, rules: ${rules}}`)])).toEqual([
      'Ingress a/front * > a/web[Pod] 8080/TCP allowed',
      'Ingress a/front */ > a/web[Pod] 8080/TCP allowed',
      'Ingress a/front a.vn/ > a/web[Pod] 8080/TCP allowed',
      'Ingress a/front a.vn/x > a/web[Pod] 8080/TCP allowed',
      'Ingress a/front b.vn > a/web[Pod] 8080/TCP allowed',
    ]);
  });

  it('is told where it leads nowhere, or to what is no Service', () => {
    const to = (text: string): JsonObject => ingress(`{rules: [{host: a.vn, http: {paths: [{${text}}]}}]}`);
    const where = 'Ingress front spec.rules[0].http.paths[0].backend';
    const other = service('{selector: {app: web}, ports: [{port: 80}]}', 'b/other');
    const [, ofService] = gapsOf([service('{selector: {app: none}, ports: [{port: 80}]}'), to(backend('number: 80'))]);
    expect([
      ofService,
      ...gapsOf([web, web80, other, pod('b/web', { app: 'web' }), to(backend('number: 80', 'other'))]),
      ...gapsOf([web, web80, to(backend('number: 81'))]),
      ...gapsOf([web, web80, to(backend('number: 53'))]),
      ...gapsOf([web, web80, to('backend: {resource: {kind: Bucket, name: static}}')]),
    ]).toEqual([
      `${where}: leads nowhere: no workload, want a workload of a with the labels of Service a/web`,
      `${where}: leads nowhere: Service a/other, want a Service that there is`,
      `${where}: leads nowhere: port 81/TCP, want a port of Service a/web`,
      `${where}: leads nowhere: port 53/TCP, want a port of Service a/web`,
      `${where}: untold: Bucket static, want a Service`,
    ]);
  });

  it('may be handed on by any pod, so it depends where some are let in and is open where all are', () => {
    const from = (peer: string): JsonObject =>
      networkPolicy('a', `{podSelector: {}, ingress: [{from: [${peer}], ports: [{port: 8080}]}]}`);
    const callers = (policy: JsonObject): readonly string[] =>
      open([web, web80, simple, policy]).entries.flatMap((one) => one.callers.map(({ verdict }) => verdict));
    // No pod of the files has these labels; one that isn't written may.
    expect(callers(from('{namespaceSelector: {matchLabels: {team: edge}}}'))).toEqual(['depends', 'denied', 'allowed']);
    expect(callers(from('{podSelector: {}}'))).toEqual(['depends', 'denied', 'allowed']);
    expect(callers(from('{namespaceSelector: {}}'))).toEqual(['allowed', 'denied', 'allowed']);
    expect(callers(from('{ipBlock: {cidr: 0.0.0.0/0}}'))).toEqual(['denied', 'depends', 'allowed']);
    expect(callers(closed)).toEqual(['denied', 'denied', 'allowed']);
    expect(callers(networkPolicy('a', '{podSelector: {}, ingress: [{ports: [{port: 80}]}]}'))).toEqual([
      'denied',
      'denied',
      'allowed',
    ]);
  });

  it('is never denied while something on the node of a pod may hand it on', () => {
    expect(entriesOf([web, web80, simple, closed])).toEqual(['Ingress a/front a.vn/x > a/web[Pod] 8080/TCP depends']);
  });

  it('asks the tiers of administrators about pods that are not written, too', () => {
    const callers = (...policies: readonly JsonObject[]): readonly string[] =>
      open([web, web80, simple, ...policies]).entries.flatMap((one) => one.callers.map(({ verdict }) => verdict));
    const rule = (action: string, labels: string): string =>
      `{action: ${action}, from: [{namespaces: {matchLabels: ${labels}}}]}`;
    expect(callers(clusterPolicy(`ingress: [${rule('Deny', '{team: red}')}]`))).toEqual([
      'depends',
      'allowed',
      'allowed',
    ]);
    expect(callers(clusterPolicy(`ingress: [${rule('Deny', '{}')}]`))).toEqual(['denied', 'allowed', 'allowed']);
    expect(callers(closed, clusterPolicy(`ingress: [${rule('Accept', '{}')}]`))).toEqual([
      'allowed',
      'denied',
      'allowed',
    ]);
    const passing = `ingress: [${rule('Pass', '{}')}, ${rule('Accept', '{}')}]`;
    expect(callers(closed, clusterPolicy(passing))).toEqual(['denied', 'denied', 'allowed']);
    const baseline = clusterPolicy(`{tier: Baseline, ingress: [${rule('Deny', '{}')}]}`);
    expect(callers(baseline)).toEqual(['denied', 'allowed', 'allowed']);
    const rivals = [rule('Deny', '{}'), rule('Accept', '{}')].map((one, index) =>
      clusterPolicy(`ingress: [${one}]`, `rival-${index}`),
    );
    expect(callers(...rivals)).toEqual(['depends', 'allowed', 'allowed']);
    // One that is about nobody leaves the other to decide alone.
    const silent = clusterPolicy('ingress: []', 'silent');
    expect(callers(clusterPolicy(`ingress: [${rule('Deny', '{}')}]`), silent)).toEqual([
      'denied',
      'allowed',
      'allowed',
    ]);
  });

  it('rule 14: may be handed on by a pod in a block where nobody knows whether blocks take pods', () => {
    const block = networkPolicy('a', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}');
    const ofPods = (profile: 'never' | 'unknown'): string | undefined =>
      open([web, web80, simple, block], profile).entries[0]?.callers[0]?.verdict;
    expect([ofPods('never'), ofPods('unknown')]).toEqual(['denied', 'depends']);
  });

  it('depends where nobody can tell whether a policy governs the pod', () => {
    const unknown = { 'terraform:unresolved': 'var.app' };
    const perhaps = networkPolicy('a', JSON.stringify({ podSelector: { matchLabels: { app: unknown } } }));
    const { entries } = open([web, web80, simple, perhaps]);
    expect(entries[0]?.callers.map(({ verdict }) => verdict)).toEqual(['depends', 'depends', 'allowed']);
  });

  it('rule 19: is let in by the name that the pod gives the port', () => {
    const named = pod('a/web', { app: 'web' }, { ports: [{ name: 'http', containerPort: 8080 }] });
    const byName = networkPolicy(
      'a',
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: http}]}]}',
    );
    const verdict = (one: JsonObject): string | undefined =>
      open([one, web80, simple, byName]).entries[0]?.callers[0]?.verdict;
    expect([verdict(named), verdict(web)]).toEqual(['allowed', 'denied']);
  });

  it('rule 22: reaches a pod with the address of its node perhaps, whatever policies say', () => {
    const agent = pod('a/web', { app: 'web' }, { hostNetwork: true });
    expect(entriesOf([agent, web80, simple, closed])).toEqual(['Ingress a/front a.vn/x > a/web[Pod] 8080/TCP depends']);
    expect(entriesOf([agent, web80, simple])).toEqual(['Ingress a/front a.vn/x > a/web[Pod] 8080/TCP allowed']);
  });
});
