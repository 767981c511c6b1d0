import type { Cluster } from '../../model/site/cluster';
import { listAt, objectAt, textAt, textsAt, valueAt } from '../../resources/json-path';
import { selects } from '../../resources/label-selector';
import type { JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';

const POLICY = 'ValidatingAdmissionPolicy';

export default definePolicy({
  title: {
    vi: 'Máy chủ API của mỗi cụm chứa hệ thống tự từ chối ảnh ngoài sổ đăng ký quốc gia, kể cả khi không đánh giá được',
    en: 'The API server of each cluster that hosts systems itself refuses images from elsewhere, also when it can’t tell',
  },
  force: 'block',
  controls: ['tcvn-14423-5.3.2.2', 'tcvn-14423-3.3-approved-software', 'tcvn-14423-4.5.2.1'],
  why: {
    vi: 'Tệp cấu hình sạch không ngăn được người có quyền tạo Pod chạy ảnh lạ.',
    en: 'Clean artifacts don’t stop somebody who may create pods from running a foreign image.',
  },
  fix: {
    vi: 'Sinh lại ValidatingAdmissionPolicy về ảnh và ràng buộc của nó, failurePolicy Fail, hành động Deny.',
    en: 'Synthesize the admission policy on images and its binding, failurePolicy Fail, action Deny.',
  },
  // A management cluster runs the platform alone, whose namespaces admission must leave alone.
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => one.role !== 'management')),
  check({ of: cluster }, { view }) {
    const start = `startsWith('${view.model.nation.imageRegistry}/')`;
    const policies = view.resources.inCluster(cluster.id, POLICY).filter((one) => asksFor(one, start));
    if (policies.length === 0) return fail(POLICY, 'none on the nation’s registry', 'a policy on images of pods');
    const judgements = policies.map((policy) => {
      const judgement = judgePolicy(policy);
      return judgement.verdict === 'pass' ? judgeBindings(view, cluster, policy) : judgement;
    });
    return judgements.find((one) => one.verdict === 'pass') ?? judgements[0] ?? pass;
  },
});

function asksFor({ body }: Resource, start: string): boolean {
  return listAt(body, 'spec', 'validations').some((one) => (textAt(one, 'expression') ?? '').includes(start));
}

function judgePolicy({ name, body }: Resource): Judgement {
  const failurePolicy = textAt(body, 'spec', 'failurePolicy') ?? 'Fail';
  if (failurePolicy !== 'Fail') return fail(`${name}: spec.failurePolicy`, failurePolicy, 'Fail');
  const narrowed = ['namespaceSelector', 'objectSelector', 'excludeResourceRules'].find((field) =>
    narrows(valueAt(body, 'spec', 'matchConstraints', field)),
  );
  if (narrowed !== undefined) return fail(`${name}: spec.matchConstraints.${narrowed}`, 'set', 'every pod');
  if (listAt(body, 'spec', 'matchConditions').length > 0)
    return fail(`${name}: spec.matchConditions`, 'set', 'every pod');
  const rules = listAt(body, 'spec', 'matchConstraints', 'resourceRules');
  const takes = (field: string, wanted: string): boolean =>
    rules.some((rule) => textsAt(rule, field).some((one) => one === wanted || one === '*'));
  const missing = [
    { field: 'resources', wanted: 'pods' },
    { field: 'operations', wanted: 'CREATE' },
    { field: 'operations', wanted: 'UPDATE' },
  ].find(({ field, wanted }) => !takes(field, wanted));
  return missing === undefined
    ? pass
    : fail(`${name}: spec.matchConstraints.resourceRules`, `without ${missing.wanted}`, missing.wanted);
}

/** An API server writes empty selectors out; they select everything. */
function narrows(selector: JsonValue | undefined): boolean {
  if (selector === undefined) return false;
  return Array.isArray(selector) ? selector.length > 0 : Object.keys(selector ?? {}).length > 0;
}

function judgeBindings(view: AssemblyView, cluster: Cluster, { name }: Resource): Judgement {
  const bindings = view.resources
    .inCluster(cluster.id, `${POLICY}Binding`)
    .filter((one) => textAt(one.body, 'spec', 'policyName') === name);
  if (bindings.length === 0) return fail(`${POLICY}Binding`, `none of ${name}`, 'a binding');
  const judgements = bindings.map((one) => judgeBinding(view, cluster, one));
  return judgements.find((one) => one.verdict === 'pass') ?? judgements[0] ?? pass;
}

/** A binding that denies, in every namespace of a tenant. */
function judgeBinding(view: AssemblyView, { id }: Cluster, { name, body }: Resource): Judgement {
  const actions = textsAt(body, 'spec', 'validationActions');
  if (!actions.includes('Deny'))
    return fail(`${name}: spec.validationActions`, actions.length > 0 ? actions.join(', ') : 'none', 'Deny');
  if (narrows(valueAt(body, 'spec', 'matchResources', 'objectSelector'))) {
    return fail(`${name}: spec.matchResources.objectSelector`, 'set', 'every pod');
  }
  const selector = objectAt(body, 'spec', 'matchResources', 'namespaceSelector');
  if (selector === undefined) return pass;
  const tenants = view.model.namespaces.filter((one) => one.cluster === id);
  const spared = tenants.find((one) => selects(selector, view.network.labelsOf(id, one.name)) !== 'yes');
  return spared === undefined
    ? pass
    : fail(`${name}: spec.matchResources.namespaceSelector`, `leaves out ${spared.name}`, 'every tenant');
}
