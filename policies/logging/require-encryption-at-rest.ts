import { levelRules } from '../../model/level';
import type { Cluster } from '../../model/site/cluster';
import { listAt, objectAt, textAt, textsAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { configuredFile } from './api-server/configured-file';

/** Entries of an encryption configuration that take secrets. */
const TAKES_SECRETS: ReadonlySet<string> = new Set(['secrets', '*.', '*.*']);

/** How the socket of a hardware module is told from that of a service. */
const HARDWARE_SOCKET = /hardware-security-module|\bhsm\b/;

export default definePolicy({
  title: {
    vi: 'Bí mật của mỗi cụm được mã hóa khi lưu bằng khóa của dịch vụ khóa; cấp độ 5 dùng mô-đun phần cứng',
    en: 'Secrets of each cluster are encrypted at rest by the key service; at level 5 by a hardware module',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.4.2.4',
    'tcvn-14423-3.4.2.4',
    'tcvn-14423-4.4.2.4',
    'tcvn-14423-6.4.2.4',
    'tcvn-14423-6.4.2.4d',
    'tcvn-14423-7.4.2.4',
    'tcvn-14423-7.4.2-keys',
  ],
  why: {
    vi: 'Ai lấy được đĩa hoặc bản sao etcd thì đọc được mọi mật khẩu nếu chúng nằm ở dạng rõ.',
    en: 'Whoever gets a disk or a copy of etcd reads every password when they lie in the clear.',
  },
  fix: {
    vi: 'Sinh lại EncryptionConfiguration với kms v2 là nhà cung cấp đầu tiên cho secrets.',
    en: 'Synthesize the EncryptionConfiguration with kms v2 as the first provider of secrets.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const file = configuredFile(view, cluster, {
      flag: 'encryption-provider-config',
      kind: 'EncryptionConfiguration',
    });
    if (!file.found) return file.judgement;
    const entries = listAt(file.value, 'resources');
    const index = entries.findIndex((one) => textsAt(one, 'resources').some((name) => TAKES_SECRETS.has(name)));
    if (index === -1) return fail('resources', 'without secrets', 'secrets by kms');
    const where = `resources[${index}].providers`;
    const providers = listAt(entries[index], 'providers');
    const kms = objectAt(providers[0], 'kms');
    if (kms === undefined) return fail(`${where}[0]`, Object.keys(objectAt(providers[0]) ?? {})[0] ?? 'none', 'kms');
    const version = textAt(kms, 'apiVersion') ?? 'v1';
    if (version !== 'v2') return fail(`${where}[0].kms.apiVersion`, version, 'v2');
    const plain = providers.findIndex((one) => objectAt(one, 'identity') !== undefined);
    if (plain !== -1) return fail(`${where}[${plain}]`, 'identity', 'nothing in the clear');
    const endpoint = textAt(kms, 'endpoint') ?? 'none';
    if (!endpoint.startsWith('unix:///')) return fail(`${where}[0].kms.endpoint`, endpoint, 'a socket of the host');
    return !needsHardware(view, cluster) || HARDWARE_SOCKET.test(endpoint)
      ? pass
      : fail(`${where}[0].kms.endpoint`, endpoint, 'the socket of a hardware module');
  },
});

function needsHardware({ model }: AssemblyView, { id }: Cluster): boolean {
  return model.systems.some(
    ({ level, placements }) => levelRules[level].hardwareKeys && placements.some((one) => one.cluster === id),
  );
}
