import { every, not, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import argoProjects from '../engine/targets/delivery/argo-projects';

export default defineRule({
  title: { vi: 'Dự án Argo CD nêu từng kho nguồn', en: 'projects of Argo CD name each repository' },
  force: 'block',
  controls: ['tcvn-14423-5.3.2.2', 'tcvn-14423-6.3.2.2', 'tcvn-14423-3.3-approved-software'],
  why: {
    vi: 'Nguồn * cho ai sửa được một Application kéo phần mềm từ bất kỳ đâu.',
    en: 'A source of * lets whoever may change an Application pull software from anywhere.',
  },
  fix: {
    vi: 'Ghi địa chỉ đầy đủ của từng kho trong sourceRepos.',
    en: 'Write the whole address of each repository in sourceRepos.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Argo CD.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Argo CD.',
  },
  on: argoProjects,
  require: ({ spec }) => every(spec.sourceRepos, (repository) => not(text(repository, 'contains', '*'))),
  examples: {
    passes: { 'one repository': {}, none: { object: { spec: { sourceRepos: null } } } },
    fails: {
      'every repository': { object: { spec: { sourceRepos: ['*'] } } },
      'every repository of a host, beside one': {
        object: { spec: { sourceRepos: ['https://git.example.vn/web', 'https://git.example.vn/*'] } },
      },
    },
  },
});
