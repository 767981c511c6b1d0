import { definePolicy, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi đối tượng thuộc loại mà bên kiểm tra đọc hiểu được',
    en: 'every object is of a kind that the inspectors can read',
  },
  force: 'block',
  controls: ['d331-30.6', 'tcvn-14423-6.3.2.2'],
  why: {
    vi: 'Đối tượng thuộc loại lạ không được luật nào kiểm tra: im lặng không phải là an toàn.',
    en: 'An object of an unknown kind is judged by no rule: silence is not safety.',
  },
  fix: {
    vi: 'Bỏ đối tượng, hoặc dạy phần đọc hiện vật loại này.',
    en: 'Remove the object, or teach the reader its kind.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.all),
  check: ({ of: { kind } }, { view }) =>
    view.assembly.unknownKinds.includes(kind) ? unknown('kind', kind, 'a kind that a dialect knows') : pass,
});
