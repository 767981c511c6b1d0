import { labels } from '../../model/naming';
import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { namespaceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Hệ thống trên cụm dùng chung tách biệt logic: mỗi không gian tên chỉ có một hệ thống',
    en: 'systems on shared clusters are logically apart: a namespace holds one system alone',
  },
  force: 'block',
  controls: ['d331-30.8', 'tt12-9.9', 'tcvn-14423-5.4.2.7'],
  why: {
    vi: 'Hai hệ thống trong một không gian tên dùng chung quyền, hạn mức và chính sách mạng.',
    en: 'Two systems in one namespace share access, quota and network policies.',
  },
  fix: {
    vi: 'Đưa đối tượng về không gian tên của hệ thống sở hữu nó.',
    en: 'Move the object to a namespace of the system that it belongs to.',
  },
  subjects: ({ view }) => {
    const { namespaces } = view.model;
    return namespaceSubjects(namespaces.filter((one) => view.model.trySystem(one.system)?.isolation !== 'physical'));
  },
  check: ({ of: namespace }, { view }) => {
    const { cluster, name, system } = namespace;
    const place = view.model.tryCluster(cluster);
    if (place === undefined) return unknown(cluster, 'a cluster that is not in the model', 'a shared cluster');
    if (place.role !== 'shared') return fail(cluster, `a ${place.role} cluster`, 'a shared cluster');
    if (view.model.trySystem(system) === undefined) return unknown(system, 'no such system', 'a system of the model');
    const other = view.model.tryNamespace(cluster, name);
    if (other !== namespace) return fail(name, `also of ${other?.system ?? ''}`, `${system} alone`);
    for (const resource of view.resources.inNamespace(cluster, name)) {
      const owner = resource.system ?? textAt(resource.body, 'metadata', 'labels', labels.system);
      const labelled = textAt(resource.body, 'metadata', 'labels', labels.system) ?? owner;
      const stranger = [owner, labelled].find((one) => one !== undefined && one !== system);
      if (stranger !== undefined) return fail(resource.id, `of ${stranger}`, `objects of ${system} alone`);
    }
    return pass;
  },
});
