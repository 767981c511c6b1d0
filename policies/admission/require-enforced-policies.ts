import { textAt, textsAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

const GROUP = 'admissionregistration.k8s.io/';
const POLICY = 'ValidatingAdmissionPolicy';

/** Twin of `supply-chain/require-image-admission`, which asks for one of them whole. */
export default definePolicy({
  title: {
    vi: 'Mọi quy tắc tiếp nhận đều có ràng buộc, từ chối thật, và từ chối cả khi không đánh giá được',
    en: 'every admission policy is bound, denies, and denies also when it can’t tell',
  },
  force: 'block',
  controls: ['tcvn-14423-4.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-6.3.2.2'],
  why: {
    vi: 'Quy tắc chỉ cảnh báo, hoặc không ai ràng buộc, trông như được bảo vệ mà không chặn gì.',
    en: 'A policy that only warns, or that nobody bound, looks like protection and stops nothing.',
  },
  fix: {
    vi: 'Đặt failurePolicy là Fail và viết ràng buộc có validationActions Deny.',
    en: 'Set failurePolicy to Fail and write a binding with the validationActions Deny.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind(POLICY, GROUP)),
  check({ of: { cluster = '', name, body } }, { view }) {
    const failure = textAt(body, 'spec', 'failurePolicy') ?? 'Fail';
    if (failure !== 'Fail') return fail('spec.failurePolicy', failure, 'Fail');
    const bindings = view.resources
      .inCluster(cluster, `${POLICY}Binding`)
      .filter((one) => textAt(one.body, 'spec', 'policyName') === name);
    if (bindings.length === 0) return fail(`${POLICY}Binding`, 'none', 'a binding');
    const soft = bindings.find((one) => !textsAt(one.body, 'spec', 'validationActions').includes('Deny'));
    if (soft === undefined) return pass;
    const actions = textsAt(soft.body, 'spec', 'validationActions').join(', ');
    return fail(`${soft.name}: spec.validationActions`, actions === '' ? 'none' : actions, 'Deny');
  },
});
