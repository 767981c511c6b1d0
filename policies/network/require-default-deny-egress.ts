import { definePolicy } from '../define-policy';
import { namespaceSubjects } from '../subjects';
import { checkDefaultDeny } from './segmentation/check-default-deny';

export default definePolicy({
  title: {
    vi: 'Mọi không gian tên của hệ thống chặn mặc định toàn bộ kết nối đi',
    en: 'every namespace of a system denies all egress by default',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'd331-30.8'],
  why: {
    vi: 'Không có chính sách chặn mặc định, một máy chủ bị chiếm có thể gửi dữ liệu đến bất kỳ đâu.',
    en: 'Without a default denial a captured server can send data anywhere.',
  },
  fix: {
    vi: 'Viết NetworkPolicy chọn mọi Pod, policyTypes có Egress và không có luật egress nào.',
    en: 'Write a NetworkPolicy that selects every pod, has Egress in policyTypes and no egress rule.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: namespace }, context) => checkDefaultDeny(namespace, 'egress', context),
});
