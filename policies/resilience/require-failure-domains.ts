import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

/** Failure domains over which a control plane keeps its quorum when one is lost. */
const DOMAINS_WANTED = 3;

export default definePolicy({
  title: {
    vi: 'Máy chủ điều khiển của mỗi cụm nằm ở ít nhất ba miền sự cố, hoặc mọi miền mà địa điểm có',
    en: 'The control-plane hosts of each cluster stand in three failure domains at least, or in all that its site has',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Mất một nhóm tủ mà mất đa số etcd thì cả cụm dừng.',
    en: 'When one rack group holds most of etcd, its loss stops the cluster.',
  },
  fix: {
    vi: 'Đặt máy chủ điều khiển ở ba nhóm tủ khác nhau.',
    en: 'Put the control-plane hosts into three different rack groups.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: { hosts, site } }, { view }) {
    const found = view.model.trySite(site);
    if (found?.kind !== 'national-data-center') return fail('site', site, 'a national data center');
    const least = Math.min(DOMAINS_WANTED, found.failureDomains.length);
    const control = hosts.filter((one) => one.role === 'control');
    const known = new Set(found.failureDomains.map((one) => one.id));
    const stranger = control.find((one) => !known.has(one.failureDomain));
    if (stranger !== undefined) return fail(stranger.id, stranger.failureDomain, `a failure domain of ${site}`);
    const domains = new Set(control.map((one) => one.failureDomain)).size;
    return domains >= least ? pass : fail('hosts: control', `${domains} failure domains`, `at least ${least}`);
  },
});
