import { listAt, textAt, valueAt } from '../../resources/json-path';
import type { JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { platformNamespaceSubjects, serviceOf } from './places/platform-namespaces';

/** Services that call something outside of their cluster. */
const CALLERS: ReadonlySet<string> = new Set(['backup', 'cert-manager', 'cluster-api', 'identity', 'logging']);

export default definePolicy({
  title: {
    vi: 'Dịch vụ nền tảng gọi ra ngoài cụm chỉ tới những tên đã liệt kê trong miền của quốc gia, và chỉ tra các tên đó',
    en: 'services of the platform that call out of their cluster reach listed names of the nation’s domain alone, and ask for no other',
  },
  force: 'block',
  controls: ['tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-3-dns-filtering', 'd163-30.1'],
  why: {
    vi: 'Dịch vụ sao lưu, nhật ký cầm dữ liệu của mọi hệ thống; một đích ở ngoài là đường rò rỉ lớn nhất.',
    en: 'Backup and logging hold the data of every system; one foreign destination is the widest leak there is.',
  },
  fix: {
    vi: 'Sinh lại CiliumNetworkPolicy destinations của không gian tên.',
    en: 'Synthesize the CiliumNetworkPolicy destinations of the namespace.',
  },
  subjects: ({ view }) => platformNamespaceSubjects(view).filter(({ of }) => CALLERS.has(serviceOf(of) ?? '')),
  check({ of: namespace }, { view }) {
    const service = serviceOf(namespace) ?? '';
    const policies = view.resources.inNamespace(namespace.cluster ?? '', namespace.name, 'CiliumNetworkPolicy');
    const whole = policies.filter((one) => takesEveryPod(one));
    if (whole.length === 0) return fail('CiliumNetworkPolicy', `none for ${service}`, 'one with its destinations');
    const names = whole.flatMap((one) => listAt(one.body, 'spec', 'egress').flatMap((rule) => listAt(rule, 'toFQDNs')));
    if (names.length === 0) return fail('spec.egress', 'no toFQDNs', `the destinations of ${service}`);
    return whole.map((one) => judgePolicy(view, one)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function takesEveryPod({ body }: Resource): boolean {
  const selector = valueAt(body, 'spec', 'endpointSelector');
  return typeof selector === 'object' && selector !== null && Object.keys(selector).length === 0;
}

function judgePolicy({ model }: AssemblyView, { name, body }: Resource): Judgement {
  const end = `.${model.nation.domain}`;
  for (const [index, rule] of listAt(body, 'spec', 'egress').entries()) {
    const where = `${name}: spec.egress[${index}]`;
    const hosts = [...listAt(rule, 'toFQDNs'), ...askedNames(rule)];
    const foreign = hosts.find((one) => !(textAt(one, 'matchName') ?? '').endsWith(end));
    if (foreign !== undefined) return fail(where, JSON.stringify(foreign), `matchName *${end}`);
    if (listAt(rule, 'toPorts').length === 0) return fail(where, 'every port', 'ports by number');
    if (asksDns(rule) && askedNames(rule).length === 0) return fail(where, 'asks for every name', 'names one by one');
    const wide = ['toEntities', 'toCIDR', 'toCIDRSet'].find((one) => listAt(rule, one).length > 0);
    if (wide !== undefined) return fail(`${where}.${wide}`, JSON.stringify(valueAt(rule, wide)), 'names alone');
  }
  return pass;
}

function asksDns(rule: JsonValue): boolean {
  return listAt(rule, 'toPorts').some((one) => listAt(one, 'ports').some((port) => textAt(port, 'port') === '53'));
}

function askedNames(rule: JsonValue): readonly JsonValue[] {
  return listAt(rule, 'toPorts').flatMap((one) => listAt(one, 'rules', 'dns'));
}
