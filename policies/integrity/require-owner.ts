import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi đối tượng truy được về nơi tạo ra nó, dữ kiện gốc và chủ quản',
    en: 'every object leads back to its construct, its fact and its owner',
  },
  force: 'block',
  controls: ['d331-8.1a', 'd331-22.3-identity', 'd331-7.2'],
  why: {
    vi: 'Đối tượng không rõ nguồn gốc thì không ai chịu trách nhiệm và không ai sửa được đúng chỗ.',
    en: 'Nobody answers for an object of unknown origin, and nobody can mend it at its source.',
  },
  fix: {
    vi: 'Tạo lại bộ hiện vật để bản kê khai ghi đường dẫn construct, dữ kiện và chủ quản.',
    en: 'Make the assembly again, so that the manifest states construct path, fact and owner.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.all),
  check: ({ of: resource }, { view }) => {
    if (resource.constructPath === '') return fail('constructPath', 'empty', 'the path of its construct');
    if (resource.source === '') return fail('source', 'empty', 'the file and line of its fact');
    const place = resource.kind === 'Namespace' ? resource.name : resource.namespace;
    const namespace = view.model.tryNamespace(resource.cluster ?? '', place ?? '');
    if (namespace === undefined) return pass;
    if (resource.system !== namespace.system) return fail('system', resource.system ?? 'none', namespace.system);
    const owners = [namespace.tenant, view.model.trySystem(namespace.system)?.owner];
    return owners.includes(resource.tenant ?? '') ? pass : fail('tenant', resource.tenant ?? 'none', namespace.tenant);
  },
});
