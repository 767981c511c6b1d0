import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { judgeFlags, judgePlane, type FlagWish } from './flags/component-flags';
import { STRONG_VERSIONS, tryWeakCipher } from './flags/tls-strength';

const areStrong = (value: string): boolean => tryWeakCipher(value.split(',').filter((one) => one !== '')) === undefined;
const SUITES = 'suites with forward secrecy and authenticated encryption';

const wishes: readonly FlagWish[] = [
  ...(['apiServer', 'controllerManager', 'scheduler'] as const).flatMap((component): readonly FlagWish[] => [
    {
      component,
      flag: 'tls-min-version',
      isMet: (value) => STRONG_VERSIONS.includes(value),
      want: STRONG_VERSIONS.join(' or '),
    },
    { component, flag: 'tls-cipher-suites', isMet: areStrong, want: SUITES },
  ]),
  { component: 'etcd', flag: 'cipher-suites', isMet: areStrong, want: SUITES },
];

/** CIS Kubernetes Benchmark 1.2.29, 1.3.x, 1.4.x and 2.x. */
export default definePolicy({
  title: {
    vi: 'Thành phần điều khiển và etcd của mỗi cụm chỉ nhận TLS 1.2 trở lên với bộ mã mạnh',
    en: 'control plane and etcd of every cluster take TLS 1.2 or newer, with strong ciphers alone',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-6.12.2.3', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'Mọi bí mật của cụm đi qua các kết nối này; bộ mã yếu cho phép đọc lại sau này.',
    en: 'Every secret of a cluster passes these connections; a weak cipher lets them be read later.',
  },
  fix: {
    vi: 'Đặt tls-min-version là VersionTLS12 trở lên và chỉ giữ các bộ mã ECDHE với GCM hoặc ChaCha20.',
    en: 'Set tls-min-version to VersionTLS12 or newer, and keep ECDHE suites with GCM or ChaCha20 alone.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => judgePlane(view, cluster, (plane) => judgeFlags(plane, wishes)),
});
