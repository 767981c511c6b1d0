import { listAt, textAt, valueAt } from '../../resources/json-path';
import type { JsonObject, JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { containersOf, podOf, workloadSubjects } from './pods/workload-pods';

/** Folder below which an agent may keep data of its own on its host. */
const OWN_DATA = '/var/lib/';

/** Folders of the host that hold the keys of the node or of its containers, whatever the mount allows. */
const KEYS: readonly string[] = ['/etc/kubernetes', '/var/lib/kubelet', '/var/lib/etcd', '/root', '/run/containerd'];

export default definePolicy({
  title: {
    vi: 'Pod của nền tảng không dùng không gian tên, cổng của máy chủ; thư mục của máy chủ chỉ đọc, trừ dữ liệu riêng',
    en: 'pods of the platform use no namespace and no port of their host; its folders are read-only but for own data',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Qua mạng hay thư mục của máy chủ, một Pod đi vòng qua mọi chính sách mạng và lấy được khóa của kubelet.',
    en: 'By the network or the folders of its host, a pod goes around every network policy and gets the kubelet’s keys.',
  },
  fix: {
    vi: 'Bỏ hostNetwork, hostPID, hostIPC, hostPort; gắn hostPath với readOnly, hoặc vào /var/lib/<tên agent>.',
    en: 'Remove hostNetwork, hostPID, hostIPC and hostPort; mount hostPath readOnly, or below /var/lib/<agent>.',
  },
  subjects: ({ view }) => workloadSubjects(view),
  check({ of: workload }) {
    const pod = podOf(workload);
    const shared = ['hostNetwork', 'hostPID', 'hostIPC'].find((one) => valueAt(pod, one) === true);
    if (shared !== undefined) return fail(shared, 'true', 'false');
    for (const { where, container } of containersOf(pod)) {
      const port = listAt(container, 'ports').find((one) => (valueAt(one, 'hostPort') ?? 0) !== 0);
      if (port !== undefined) return fail(`${where}.ports.hostPort`, JSON.stringify(valueAt(port, 'hostPort')), 'none');
      for (const mount of listAt(container, 'volumeMounts')) {
        const judgement = judgeMount(pod, mount, where);
        if (judgement.verdict !== 'pass') return judgement;
      }
    }
    return pass;
  },
});

function judgeMount(pod: JsonObject, mount: JsonValue, where: string): Judgement {
  const name = textAt(mount, 'name');
  const volume = listAt(pod, 'volumes').find((one) => textAt(one, 'name') === name);
  const path = textAt(volume, 'hostPath', 'path');
  if (path === undefined) return pass;
  const at = `${where}.volumeMounts[${name ?? ''}]`;
  if (path === '/' || KEYS.some((one) => path === one || path.startsWith(`${one}/`))) {
    return fail(at, path, 'no folder with keys of the host');
  }
  const isOwn = path.startsWith(OWN_DATA) && path.length > OWN_DATA.length;
  return isOwn || valueAt(mount, 'readOnly') === true ? pass : fail(at, `${path}, writable`, 'readOnly');
}
