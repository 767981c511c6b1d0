import { definePolicy } from '../define-policy';
import { judgePaths, pathSubjects } from './paths/path-subjects';

export default definePolicy({
  title: {
    vi: 'Không có đường mạng nào mở ngoài các đường đã khai báo, được chứng minh trên mọi cặp đầu cuối',
    en: 'no path is open but those that are declared, proved for every pair of ends',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.12.2.4d',
    'tcvn-14423-3.12',
    'tcvn-14423-6.12.2.4c',
    'tcvn-14423-7.12.2.5c',
    'tcvn-14423-7.12.2.1b',
  ],
  why: {
    vi: 'Từng chính sách có thể đúng mà gộp lại vẫn mở một đường không ai duyệt; chỉ phép chứng minh trên mọi chính sách mới thấy.',
    en: 'Policies that are right one by one may open a path together that nobody approved; only a proof over all of them sees it.',
  },
  fix: {
    vi: 'Bỏ luật đã mở đường này, hoặc khai báo luồng trong tệp của hệ thống để được thẩm định.',
    en: "Take out the rule that opens the path, or declare the flow in the system's facts so that it is reviewed.",
  },
  subjects: ({ view }) => pathSubjects(view),
  check: ({ of }, { view }) => judgePaths(view, of, 'undeclared'),
});
