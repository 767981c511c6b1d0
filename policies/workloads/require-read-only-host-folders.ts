import { listAt, textAt, valueAt } from '../../resources/json-path';
import type { JsonObject, JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { containersOf, podOf, workloadSubjects } from './pods/workload-pods';

/** Folder below which an agent may keep data of its own on its host. */
const OWN_DATA = '/var/lib/';

/** Which folders may be mounted at all is asked by pods/restrict-host-paths; only a mount says whether it is read-only. */
export default definePolicy({
  title: {
    vi: 'Thư mục của máy chủ mà Pod gắn chỉ đọc được, trừ dữ liệu riêng của nó',
    en: 'folders of the host that pods mount are read-only but for their own data',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Ghi được vào thư mục của máy chủ là sửa được nhật ký và chương trình của nút, tức là chiếm được nút.',
    en: 'Who writes into folders of the host alters the logs and programs of the node, and so takes it over.',
  },
  fix: {
    vi: 'Đặt readOnly là true ở volumeMounts; dữ liệu riêng để ở /var/lib/<tên agent>.',
    en: 'Set readOnly to true in volumeMounts; keep own data below /var/lib/<agent>.',
  },
  subjects: ({ view }) => workloadSubjects(view),
  check({ of: workload }) {
    const pod = podOf(workload);
    for (const { where, container } of containersOf(pod)) {
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
  const isOwn = path.startsWith(OWN_DATA) && path.length > OWN_DATA.length;
  return isOwn || valueAt(mount, 'readOnly') === true
    ? pass
    : fail(`${where}.volumeMounts[${name ?? ''}]`, `${path}, writable`, 'readOnly');
}
