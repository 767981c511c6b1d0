import { annotations } from '../../model/naming';
import { isUnresolved, textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { platformNamespaceSubjects } from './places/platform-namespaces';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Twin of `tenancy/require-pod-security`, which knows no reason to be privileged. */
export default definePolicy({
  title: {
    vi: 'Không gian tên của dịch vụ nền tảng áp Pod Security restricted, hoặc ghi rõ vì sao không thể',
    en: 'namespaces of services of the platform are held to Pod Security restricted, or say why they can’t be',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Mỗi không gian tên có đặc quyền là một lối xuống máy chủ; phải đếm được và có lý do.',
    en: 'Each privileged namespace is a way down to the hosts; they must be few, and each have its reason.',
  },
  fix: {
    vi: `Đặt nhãn ${ENFORCE} là restricted, hoặc chú thích ${annotations.reason}.`,
    en: `Set the label ${ENFORCE} to restricted, or the annotation ${annotations.reason}.`,
  },
  subjects: ({ view }) => platformNamespaceSubjects(view),
  check({ of: { body } }) {
    const level = valueAt(body, 'metadata', 'labels', ENFORCE);
    if (isUnresolved(level)) return unknown(ENFORCE, 'what Terraform alone can tell', 'restricted');
    if (level === undefined) return fail(ENFORCE, 'not set', 'restricted');
    if (level === 'restricted') return pass;
    const reason = textAt(body, 'metadata', 'annotations', annotations.reason) ?? '';
    return reason.trim() === '' ? fail(ENFORCE, `${JSON.stringify(level)} without a reason`, 'restricted') : pass;
  },
});
