import { findParameter } from '../../model/controls/control';
import { levelRules } from '../../model/level';
import { annotations } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import type { System } from '../../model/tenancy/system';
import { textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Subject } from '../define-policy';
import { clusterSubjects, systemSubjects } from '../subjects';
import { logWorkloads } from './pipeline/log-workload';

/** A cluster, or a system, with how long its logs must stay. */
interface RetainedSubject extends Subject {
  readonly where: string;
  /** Days that are said; undefined when none are. */
  readonly days: number | undefined;
  readonly least: number;
}

/** A year, asked of those who serve others on a network; for bodies of the state a prudent default. */
const SERVICE_DAYS_MIN = findParameter('d333-16.6c', 'logRetentionDaysMin');

export default definePolicy<RetainedSubject>({
  title: {
    vi: 'Nhật ký của hệ thống và của cụm được giữ đủ lâu theo cấp độ cao nhất, và 12 tháng khi phục vụ bên ngoài',
    en: 'Logs of systems and clusters are kept as long as the highest level asks, and a year where others are served',
  },
  force: 'block',
  controls: [
    'tcvn-14423-4.8.2.1a',
    'tcvn-14423-5.8.2.1a',
    'tcvn-14423-6.8.2.1a',
    'tcvn-14423-7.8.2.1a',
    'd330-34.1c',
    'd333-16.6c',
    'd53-logs',
    'tcvn-11930-logs-2',
    'tcvn-11930-logs-3',
    'tcvn-11930-logs-4',
    'tcvn-11930-logs-5',
    'law-116-25.2b',
    'law-116-25.3',
    'd333-19',
  ],
  why: {
    vi: 'Sự cố thường được phát hiện sau nhiều tháng; nhật ký đã xóa thì không điều tra được.',
    en: 'Incidents are found months later; logs that are gone can’t be examined.',
  },
  fix: {
    vi: 'Tăng logs.retentionDays của hệ thống rồi sinh lại.',
    en: 'Raise the system’s logs.retentionDays and synthesize again.',
  },
  *subjects({ view }) {
    for (const { of: system, ...subject } of systemSubjects(view.model.systems)) {
      const least = leastDays(system);
      yield { ...subject, where: 'logRetentionDays', days: system.logRetentionDays, least };
    }
    for (const { of: cluster, ...subject } of clusterSubjects(view.model.clusters)) {
      const duties = view.model.systems.filter((system) => standsIn(system, cluster)).map(dutyOf);
      const least = Math.max(levelRules[1].logRetentionDaysMin, ...duties);
      yield { ...subject, where: annotations.retentionDays, days: annotatedDays(view, cluster), least };
    }
  },
  check({ where, days, least }) {
    if (days === undefined) return fail(where, 'not said', `at least ${least} days`);
    return days >= least ? pass : fail(where, `${days} days`, `at least ${least} days`);
  },
});

function leastDays({ level, type }: System): number {
  const serves = type === 'citizen-service' || type === 'infrastructure';
  return Math.max(levelRules[level].logRetentionDaysMin, serves ? SERVICE_DAYS_MIN : 0);
}

function dutyOf(system: System): number {
  return Math.max(system.logRetentionDays, leastDays(system));
}

/** A management cluster sees all that its site hosts. */
function standsIn({ placements }: System, { id, role, site }: Cluster): boolean {
  return placements.some((one) => (role === 'management' ? one.site === site : one.cluster === id));
}

/** The shortest time that the agents of a cluster announce. */
function annotatedDays(view: AssemblyView, { id }: Cluster): number | undefined {
  const said = logWorkloads(view, id, 'DaemonSet').map(({ workload }) => {
    const text = textAt(workload.body, 'metadata', 'annotations', annotations.retentionDays) ?? '';
    return /^\d{1,5}$/.test(text) ? Number(text) : 0;
  });
  return said.length === 0 ? undefined : Math.min(...said);
}
