import { DATABASE_LABEL, platformNamespaceName } from '../../model/naming';
import { listAt, objectAt, textAt } from '../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';

const DNS_PORT = '53';

/** Twin of `network/require-guardrails`, which keeps strangers out of the zone; this one is about one database. */
export default definePolicy({
  title: {
    vi: 'Mỗi cơ sở dữ liệu có chính sách mạng riêng: bản của chính nó, bộ điều hành, máy chủ API, DNS và kho sao lưu',
    en: 'every database has a network policy of its own: its instances, its operator, the API server, DNS and its store',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-database-firewall', 'tcvn-14423-6.12.2.1b', 'tcvn-14423-7.12.2.1b'],
  why: {
    vi: 'Không có nó thì các bản không đồng bộ được với nhau, hoặc cơ sở dữ liệu phải mở cho cả vùng.',
    en: 'Without it instances can’t replicate, or the database must be opened to its whole zone.',
  },
  fix: {
    vi: 'Sinh lại CiliumNetworkPolicy của cơ sở dữ liệu trong không gian tên của nó.',
    en: 'Synthesize the database’s CiliumNetworkPolicy in its namespace.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Cluster', 'postgresql.cnpg.io/')),
  check({ of: database }, { view }) {
    const policies = policiesOf(view, database);
    const own = policies[0];
    if (own === undefined) return fail('CiliumNetworkPolicy', `none for ${database.name}`, 'one of its own');
    const ingress = listAt(own.body, 'spec', 'ingress');
    const egress = listAt(own.body, 'spec', 'egress');
    const needs: readonly (readonly [string, boolean])[] = [
      ['ingress: its own instances', ingress.some((rule) => isOwn(rule, 'fromEndpoints', database.name))],
      ['ingress: the operator', ingress.some((rule) => isOperator(rule))],
      ['egress: its own instances', egress.some((rule) => isOwn(rule, 'toEndpoints', database.name))],
      ['egress: the API server', egress.some((rule) => listAt(rule, 'toEntities').includes('kube-apiserver'))],
    ];
    const missing = needs.find(([, isThere]) => !isThere)?.[0];
    if (missing !== undefined) return fail(own.name, `without ${missing}`, 'what the database needs');
    return judgeWidth(own, database.name);
  },
});

function policiesOf(
  { resources }: AssemblyView,
  { cluster = '', namespace = '', name }: Resource,
): readonly Resource[] {
  return resources
    .inNamespace(cluster, namespace, 'CiliumNetworkPolicy')
    .filter(({ body }) => textAt(body, 'spec', 'endpointSelector', 'matchLabels', DATABASE_LABEL) === name);
}

function peersOf(rule: JsonValue, side: string): readonly JsonObject[] {
  return listAt(rule, side)
    .map((one) => objectAt(one, 'matchLabels'))
    .filter((one) => one !== undefined);
}

function isOwn(rule: JsonValue, side: string, name: string): boolean {
  return peersOf(rule, side).some((one) => one[`k8s:${DATABASE_LABEL}`] === name);
}

function isOperator(rule: JsonValue): boolean {
  return peersOf(rule, 'fromEndpoints').some(
    (one) => one['k8s:io.kubernetes.pod.namespace'] === platformNamespaceName('database'),
  );
}

/** Every rule names ports and peers; names are asked of the cluster's DNS alone, and one by one. */
function judgeWidth({ name, body }: Resource, database: string): Judgement {
  for (const [side, peers] of [
    ['ingress', ['fromEndpoints']],
    ['egress', ['toEndpoints', 'toEntities', 'toFQDNs']],
  ] as const) {
    for (const [index, rule] of listAt(body, 'spec', side).entries()) {
      const where = `${name}: spec.${side}[${index}]`;
      if (listAt(rule, 'toPorts').length === 0) return fail(where, 'every port', `ports of ${database}`);
      if (!peers.some((one) => listAt(rule, one).length > 0)) return fail(where, 'every peer', 'peers by name');
      const wide = listAt(rule, 'toFQDNs').find((one) => textAt(one, 'matchName') === undefined);
      if (wide !== undefined) return fail(`${where}.toFQDNs`, JSON.stringify(wide), 'a host by its whole name');
      if (asksDns(rule) && namesOf(rule).length === 0)
        return fail(`${where}.toPorts`, 'every name', 'names one by one');
    }
  }
  return pass;
}

function asksDns(rule: JsonValue): boolean {
  return listAt(rule, 'toPorts').some((one) => listAt(one, 'ports').some((port) => textAt(port, 'port') === DNS_PORT));
}

function namesOf(rule: JsonValue): readonly JsonValue[] {
  return listAt(rule, 'toPorts').flatMap((one) => listAt(one, 'rules', 'dns'));
}
