import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { filesRead, logWorkloads } from './pipeline/log-workload';

const EXPORT = 'hubble-export-file-path';

export default definePolicy({
  title: {
    vi: 'Mỗi cụm ghi mọi luồng mạng và gửi chúng cùng nhật ký',
    en: 'Each cluster records every network flow and ships it with its logs',
  },
  force: 'block',
  controls: ['tcvn-14423-5.13.2.4', 'tcvn-14423-6.8.2.1a-types'],
  why: {
    vi: 'Không có dữ liệu luồng thì không biết kẻ tấn công đã đi từ đâu tới đâu.',
    en: 'Without flows nobody knows from where to where an attacker went.',
  },
  fix: {
    vi: 'Bật Hubble với tệp xuất trong cilium-config và cho bộ gửi nhật ký đọc tệp đó.',
    en: 'Turn Hubble and its export file on in cilium-config, and have the log agent read that file.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: { id } }, { view }) {
    const settings = view.resources.tryFind(`${id}/ConfigMap/kube-system/cilium-config`);
    if (settings === undefined) return fail('ConfigMap kube-system/cilium-config', 'none', 'the agent’s settings');
    const setting = (key: string): string | undefined => textAt(settings.body, 'data', key);
    if (setting('enable-hubble') !== 'true')
      return fail('enable-hubble', setting('enable-hubble') ?? 'not set', 'true');
    if (setting('hubble-disable-tls') === 'true') return fail('hubble-disable-tls', 'true', 'false');
    const file = setting(EXPORT);
    if (file === undefined || file === '') return fail(EXPORT, 'not set', 'a file');
    const narrowed = ['hubble-export-allowlist', 'hubble-export-denylist'].find((key) => (setting(key) ?? '') !== '');
    if (narrowed !== undefined) return fail(narrowed, 'set', 'every flow');
    const isShipped = logWorkloads(view, id, 'DaemonSet').some((one) => filesRead(one).includes(file));
    return isShipped ? pass : fail('DaemonSet: inputs', `without ${file}`, 'the file of flows');
  },
});
