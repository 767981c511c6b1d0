import type { Namespace } from '../../model/tenancy/namespace';
import { textsAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Hệ thống có vùng DMZ có chứng thư dịch vụ ở từng nơi đặt',
    en: 'A system with a DMZ has a service certificate at each of its placements',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.12-protocols',
    'tcvn-14423-5.4.2.4b',
    'tcvn-14423-3.12-protocols',
    'tcvn-14423-4.12-protocols',
  ],
  why: {
    vi: 'Không có chứng thư ở nơi dự phòng thì khi chuyển sang dự phòng, người dân không vào được dịch vụ.',
    en: 'Without a certificate at the standby, nobody reaches the service after a switch-over.',
  },
  fix: {
    vi: 'Sinh lại Certificate của hệ thống trong không gian tên DMZ ở mỗi cụm.',
    en: 'Synthesize the system’s Certificate in the DMZ namespace of each cluster.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems.filter(({ id }) => frontsOf(view, id).length > 0)),
  check({ of: system }, { view }) {
    const name = `${system.id}.${view.model.nation.domain}`;
    const bare = frontsOf(view, system.id).find(
      (front) =>
        !view.resources
          .inNamespace(front.cluster, front.name, 'Certificate')
          .some(({ body }) => textsAt(body, 'spec', 'dnsNames').includes(name)),
    );
    return bare === undefined
      ? pass
      : fail(`${bare.cluster}/${bare.name}`, `no Certificate for ${name}`, 'a Certificate in the DMZ');
  },
});

function frontsOf(view: AssemblyView, system: string): readonly Namespace[] {
  return view.model.namespacesOf(system).filter((one) => one.zone === 'dmz' && !one.communePart);
}
