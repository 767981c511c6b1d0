import { definePolicy, pass, unknown } from '../define-policy';
import { clusterSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi đối tượng quyết định ai tới được ai đều đọc hiểu được trọn vẹn',
    en: 'every object that decides who reaches whom is understood whole',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c'],
  why: {
    vi: 'Chính sách mà máy chủ từ chối hoặc có hai bản trái nhau thì không ai biết cái nào có hiệu lực; phép chứng minh chỉ còn là "tùy".',
    en: 'Of a policy that a server refuses, or that stands twice, nobody knows what is in force; a proof then only says that it depends.',
  },
  fix: {
    vi: 'Sửa phần được nêu; lệnh ndc prove segmentation liệt kê tất cả.',
    en: 'Mend the part that is named; ndc prove segmentation lists them all.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const { troubles } = view.reachability.of(cluster).input;
    const [first] = troubles;
    if (first === undefined) return pass;
    const { resource, where, got, want } = first;
    const more = troubles.length === 1 ? '' : ` (and ${troubles.length - 1} more in the cluster)`;
    return unknown(`${resource.artifact.file}: ${resource.artifact.address}: ${where}`, `${got}${more}`, want);
  },
});
