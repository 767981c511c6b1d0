import { byEvidence, byRule } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Decision 1121/QĐ-TTg of 2025: moving to the cloud. */
export default defineInstrument({
  id: 'qd1121',
  officialName: {
    vi: 'Quyết định phê duyệt chương trình phát triển, chuyển đổi sang điện toán đám mây',
    en: 'Decision approving the program to move to cloud computing',
  },
  number: '1121/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: '1121',
  mark: 'secondary',
  controls: [
    {
      id: 'qd1121-national-databases',
      clause: { vi: 'mục tiêu đến 2030', en: 'targets for 2030' },
      title: {
        vi: 'Cơ sở dữ liệu quốc gia tại Trung tâm dữ liệu quốc gia',
        en: 'National databases at the National Data Center',
      },
      requirement: {
        vi: '100% cơ sở dữ liệu quốc gia chạy trên đám mây tại Trung tâm dữ liệu quốc gia vào năm 2030.',
        en: 'All national databases run on cloud at the National Data Center by 2030.',
      },
      scope: 'nation',
      parameters: { nationalDatabasesOnCloudPercentMin: 100 },
      dueOn: '2030-12-31',
      automation: byRule,
    },
    {
      id: 'qd1121-cloud-first',
      clause: { vi: 'mục tiêu đến 2030', en: 'targets for 2030' },
      title: { vi: 'Ưu tiên đám mây', en: 'Cloud first' },
      requirement: {
        vi: 'Đến 2030, 100% cơ quan triển khai hệ thống mới trên đám mây, ít nhất 70% hệ thống hiện có được đánh giá và chuyển, ít nhất ba nền tảng đám mây Việt Nam được chứng nhận.',
        en: 'By 2030 all agencies deploy new systems cloud-first, at least 70% of existing ones are assessed and moved, and at least three Vietnamese cloud platforms are certified.',
      },
      scope: 'nation',
      parameters: { agencyCloudFirstPercentMin: 100, migratedSystemsPercentMin: 70, nationalCloudPlatformsMin: 3 },
      dueOn: '2030-12-31',
      automation: byEvidence({ vi: 'số liệu kiểm kê hệ thống', en: 'the inventory of systems' }),
    },
  ],
});
