import { definePolicy } from '../define-policy';
import { namespaceSubjects } from '../subjects';
import { checkDefaultDeny } from './segmentation/check-default-deny';

export default definePolicy({
  title: {
    vi: 'Mọi không gian tên của hệ thống chặn mặc định toàn bộ kết nối đến',
    en: 'every namespace of a system denies all ingress by default',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-3.12-inbound', 'tcvn-14423-5.12.2.4d', 'd331-30.8'],
  why: {
    vi: 'Không có chính sách chặn mặc định, mọi Pod khác trong cụm đều kết nối được vào vùng này.',
    en: 'Without a default denial every other pod of the cluster can connect to this zone.',
  },
  fix: {
    vi: 'Viết NetworkPolicy chọn mọi Pod, policyTypes có Ingress và không có luật ingress nào.',
    en: 'Write a NetworkPolicy that selects every pod, has Ingress in policyTypes and no ingress rule.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: namespace }, context) => checkDefaultDeny(namespace, 'ingress', context),
});
