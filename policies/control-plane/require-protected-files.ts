import { listAt, textAt } from '../../resources/json-path';
import type { JsonValue, Resource } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { machineConfigSubjects } from './flags/machine-configs';

/** Readable and writable by root alone, or less. */
const OWNER_ONLY = /^0?[0-7]00$/;

/** CIS Kubernetes Benchmark 1.1 and 4.1. */
export default definePolicy({
  title: {
    vi: 'Tệp cấu hình ghi lên máy thuộc về root và chỉ root đọc, ghi được',
    en: 'files that are written to machines belong to root, and root alone reads and writes them',
  },
  force: 'block',
  controls: ['tcvn-14423-3.5.2.1', 'tcvn-14423-4.5.2.1'],
  why: {
    vi: 'Ai sửa được tệp này thì tắt được nhật ký, mã hóa và xác thực của cụm.',
    en: 'Whoever changes these files switches off the log, the encryption and the sign-in of a cluster.',
  },
  fix: {
    vi: 'Ghi owner root:root và permissions 0600 cho từng tệp.',
    en: 'Write owner root:root and permissions 0600 for each file.',
  },
  subjects: ({ view }) => machineConfigSubjects(view),
  check({ of: resource }) {
    const files = filesOf(resource);
    if (files.length === 0) return fail('files', 'none', 'the configuration of the machine');
    for (const file of files) {
      const path = textAt(file, 'path') ?? '';
      const owner = textAt(file, 'owner') ?? 'not set';
      if (owner !== 'root:root') return fail(`${path}: owner`, owner, 'root:root');
      const mode = textAt(file, 'permissions') ?? 'not set';
      if (!OWNER_ONLY.test(mode)) return fail(`${path}: permissions`, mode, '0600');
    }
    return pass;
  },
});

function filesOf({ kind, body }: Resource): readonly JsonValue[] {
  return kind === 'KubeadmControlPlane'
    ? listAt(body, 'spec', 'kubeadmConfigSpec', 'files')
    : listAt(body, 'spec', 'template', 'spec', 'files');
}
