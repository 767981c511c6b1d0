import { textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { judgeReach, reachOfBinding, reachOfWebhooks } from './admission/admission-reach';

const WEBHOOKS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'] as const;
const BINDINGS = ['ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicyBinding'] as const;

/**
 * The guard of the guards. Rules on namespaces themselves are let through: they lie in no namespace, and kubelets and
 * controllers don’t write them; so are rules on what people change of nodes, of which kubelets and controllers pass unasked.
 */
export default definePolicy({
  title: {
    vi: 'Không quy tắc tiếp nhận nào chặn kube-system, nút, lease hay chính các quy tắc tiếp nhận; riêng nút có thể chặn con người',
    en: 'No admission rule stands in front of kube-system, nodes, leases or admission rules themselves, but for people who change nodes',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-4.5.2.1'],
  why: {
    vi: 'Một quy tắc hỏng chặn kube-system hoặc chặn chính nó thì cụm chết và không sửa được.',
    en: 'A broken rule in front of kube-system, or of itself, kills a cluster and can’t be taken back.',
  },
  fix: {
    vi: 'Thu hẹp resourceRules và thêm namespaceSelector loại trừ kube-system.',
    en: 'Narrow the resourceRules and add a namespaceSelector that leaves kube-system out.',
  },
  subjects: ({ view }) =>
    resourceSubjects(
      [...WEBHOOKS, ...BINDINGS].flatMap((kind) => view.resources.ofKind(kind, 'admissionregistration.k8s.io/')),
    ),
  check({ of: resource }, { view }) {
    if (!resource.kind.endsWith('Binding')) {
      return (
        reachOfWebhooks(resource.body)
          .map(judgeReach)
          .find((one) => one.verdict !== 'pass') ?? pass
      );
    }
    return judgeBinding(view, resource);
  },
});

function judgeBinding(view: AssemblyView, { kind, cluster, body }: Resource): Judgement {
  const name = textAt(body, 'spec', 'policyName') ?? '';
  const id = `${cluster ?? ''}/${kind.replace(/Binding$/, '')}/-/${name}`;
  const policy = view.resources.tryFind(id);
  return policy === undefined
    ? unknown('spec.policyName', `no ${id}`, 'a policy of the assembly')
    : judgeReach(reachOfBinding(policy.body, body));
}
