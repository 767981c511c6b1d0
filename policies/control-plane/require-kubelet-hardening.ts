import { textsAt, valueAt } from '../../resources/json-path';
import type { JsonObject, JsonValue } from '../../resources/resource';
import { tryEmbeddedConfig } from '../../resources/view/embedded-config';
import { definePolicy, fail, pass } from '../define-policy';
import { machineConfigSubjects } from './flags/machine-configs';
import { STRONG_VERSIONS, tryWeakCipher } from './flags/tls-strength';

interface Setting {
  readonly path: readonly string[];
  readonly isMet: (value: JsonValue | undefined) => boolean;
  readonly want: string;
}

const settings: readonly Setting[] = [
  { path: ['authentication', 'anonymous', 'enabled'], isMet: (value) => value === false, want: 'false' },
  { path: ['authentication', 'webhook', 'enabled'], isMet: (value) => value === true, want: 'true' },
  { path: ['authorization', 'mode'], isMet: (value) => value === 'Webhook', want: 'Webhook' },
  { path: ['readOnlyPort'], isMet: (value) => value === 0, want: '0' },
  { path: ['rotateCertificates'], isMet: (value) => value === true, want: 'true' },
  { path: ['protectKernelDefaults'], isMet: (value) => value === true, want: 'true' },
  { path: ['makeIPTablesUtilChains'], isMet: (value) => value === true, want: 'true' },
  { path: ['seccompDefault'], isMet: (value) => value === true, want: 'true' },
  {
    path: ['streamingConnectionIdleTimeout'],
    isMet: (value) => typeof value === 'string' && /[1-9]/.test(value),
    want: 'a time after which idle connections end',
  },
  {
    path: ['tlsMinVersion'],
    isMet: (value) => typeof value === 'string' && STRONG_VERSIONS.includes(value),
    want: STRONG_VERSIONS.join(' or '),
  },
];

/** CIS Kubernetes Benchmark 4.2, on workers and storage hosts as on control hosts. */
export default definePolicy({
  title: {
    vi: 'Kubelet của mọi máy được gia cố: không ẩn danh, không cổng chỉ đọc, giữ tham số nhân, seccomp, TLS mạnh',
    en: 'the kubelet of every machine is hardened: named callers, no read-only port, kernel settings, seccomp, strong TLS',
  },
  force: 'block',
  controls: ['tcvn-14423-3.5.2.1', 'tcvn-14423-4.5.2.1', 'tcvn-14423-5.5.2.1', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Kubelet mở cho phép chạy lệnh trong mọi Pod của máy mà không qua máy chủ API và nhật ký của nó.',
    en: 'An open kubelet runs commands in every pod of its machine, past the API server and its log.',
  },
  fix: {
    vi: 'Sinh lại KubeletConfiguration trong tệp cấu hình máy.',
    en: 'Synthesize the KubeletConfiguration among the files of the machine.',
  },
  subjects: ({ view }) => machineConfigSubjects(view),
  check({ of: resource }) {
    const file = tryEmbeddedConfig(resource, 'KubeletConfiguration');
    if (file?.value === undefined) return fail('KubeletConfiguration', 'missing', 'a hardened kubelet');
    const { value } = file;
    const wrong = settings.find(({ path, isMet }) => !isMet(valueAt(value, ...path)));
    if (wrong !== undefined) return fail(`kubelet ${wrong.path.join('.')}`, got(value, wrong), wrong.want);
    const weak = tryWeakCipher(textsAt(value, 'tlsCipherSuites'));
    return weak === undefined ? pass : fail('kubelet tlsCipherSuites', weak, 'strong suites');
  },
});

function got(value: JsonObject, { path }: Setting): string {
  const found = valueAt(value, ...path);
  return found === undefined ? 'not set' : JSON.stringify(found);
}
