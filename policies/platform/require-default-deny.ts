import { definePolicy } from '../define-policy';
import { checkDefaultDeny } from '../network/segmentation/check-default-deny';
import { platformNamespaceSubjects } from './places/platform-namespaces';

/** Twin of `network/require-default-deny-…`, which ask it of the namespaces of systems. */
export default definePolicy({
  title: {
    vi: 'Không gian tên của dịch vụ nền tảng cũng chặn mặc định mọi kết nối đến và đi',
    en: 'namespaces of services of the platform deny all ingress and egress by default as well',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-6.12.2.6'],
  why: {
    vi: 'Dịch vụ nền tảng tới được mọi hệ thống; mở chúng là mở tất cả.',
    en: 'Services of the platform reach every system; to open them is to open all.',
  },
  fix: {
    vi: 'Sinh lại NetworkPolicy default-deny của không gian tên.',
    en: 'Synthesize the default-deny NetworkPolicy of the namespace.',
  },
  subjects: ({ view }) => platformNamespaceSubjects(view),
  check: ({ of: { cluster = '', name } }, { view }) => {
    const place = { cluster, name };
    const ingress = checkDefaultDeny(place, 'ingress', { view });
    return ingress.verdict === 'pass' ? checkDefaultDeny(place, 'egress', { view }) : ingress;
  },
});
