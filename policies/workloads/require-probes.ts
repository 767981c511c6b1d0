import { objectAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { containersOf, podOf, workloadSubjects } from './pods/workload-pods';

/** Kinds whose pods serve for as long as they run; the others end by themselves. */
const SERVING: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'StatefulSet']);

export default definePolicy({
  title: {
    vi: 'Mọi container phục vụ của nền tảng được kiểm tra còn sống và sẵn sàng',
    en: 'every serving container of the platform is asked whether it lives and whether it is ready',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Chương trình treo mà không bị phát hiện thì bản dự phòng nóng không bao giờ được dùng tới.',
    en: 'A program that hangs unseen keeps its hot standby from ever taking over.',
  },
  fix: { vi: 'Ghi livenessProbe và readinessProbe.', en: 'Write a livenessProbe and a readinessProbe.' },
  subjects: ({ view }) => workloadSubjects(view).filter(({ of }) => SERVING.has(of.kind)),
  check({ of: workload }) {
    for (const { where, container } of containersOf(podOf(workload))) {
      if (!where.startsWith('containers')) continue;
      const missing = ['livenessProbe', 'readinessProbe'].find(
        (probe) => Object.keys(objectAt(container, probe) ?? {}).length === 0,
      );
      if (missing !== undefined) return fail(`${where}.${missing}`, 'none', 'a probe');
    }
    return pass;
  },
});
