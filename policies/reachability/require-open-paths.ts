import { definePolicy } from '../define-policy';
import { judgePaths, pathSubjects } from './paths/path-subjects';

export default definePolicy({
  title: {
    vi: 'Mọi đường mạng đã khai báo đều thông, được chứng minh ở cả hai đầu với mọi chính sách cùng lúc',
    en: 'every declared path is open, proved at both ends with all policies together',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.12.2.4d',
    'tcvn-14423-6.12.2.4c',
    'tcvn-14423-7.12.2.5c',
    'tcvn-14423-6.4.2.6',
    'tcvn-14423-5.4.2-data-flows',
  ],
  why: {
    vi: 'Một luật cấm ở nơi khác có thể chặn luồng đã khai báo; dịch vụ ngừng chạy dù từng chính sách trông đúng.',
    en: 'A denial elsewhere may close a declared flow; a service stops although each policy looks right.',
  },
  fix: {
    vi: 'Tạo lại hiện vật từ mô hình, hoặc bỏ luật cấm đã chặn đường này.',
    en: 'Make the artifacts from the model again, or take out the denial that closes the path.',
  },
  subjects: ({ view }) => pathSubjects(view),
  check: ({ of }, { view }) => judgePaths(view, of, 'closed'),
});
