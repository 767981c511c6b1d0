import { byEvidence, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseByLevel, clauseOfFirst, clauseWithin, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

const secondLayer = byEvidence({
  vi: 'thiết kế mã hóa nội dung, lớp thứ hai, của ứng dụng',
  en: 'the design of content encryption, the second layer, of the application',
});

/** TCVN 14423:2026: data, cryptography and signatures. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    ...clauseByLevel({
      clause: '4.2.4',
      title: { vi: 'Mã hóa dữ liệu lưu trữ', en: 'Encryption at rest' },
      groups: [
        {
          levels: [1],
          requirement: { vi: 'Mã hóa thông tin xác thực khi lưu trữ.', en: 'Stored authentication data is encrypted.' },
        },
        {
          levels: [2],
          requirement: {
            vi: 'Mã hóa thông tin xác thực và dữ liệu không công khai khi lưu trữ.',
            en: 'Stored authentication data and non-public data are encrypted.',
          },
        },
        {
          levels: [3],
          requirement: {
            vi: 'Mã hóa dữ liệu quan trọng khi lưu trữ.',
            en: 'Stored important data is encrypted.',
          },
        },
        {
          levels: [4],
          requirement: {
            vi: 'Mã hóa dữ liệu quan trọng và dữ liệu nhạy cảm cao khi lưu trữ, chỉ bằng thuật toán mạnh.',
            en: 'Stored important and highly sensitive data is encrypted, with strong algorithms only.',
          },
        },
        {
          levels: [5],
          requirement: {
            vi: 'Như cấp độ 4, bằng thiết bị phần cứng mật mã, ký số chuyên dụng.',
            en: 'As at level 4, with a dedicated hardware device for encryption and signing.',
          },
        },
      ],
      crosswalk: crosswalks.secretsAtRest,
      automation: byRule,
    }),
    {
      id: 'tcvn-14423-5.4.2.4b',
      clause: '5.4.2.4 b',
      title: { vi: 'Mã hóa đường truyền', en: 'Encryption in transit' },
      requirement: {
        vi: 'Dữ liệu quan trọng được mã hóa khi truyền, ít nhất một lớp.',
        en: 'Important data is encrypted in transit, with at least one layer.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      parameters: { transitLayersMin: 1 },
      crosswalk: crosswalks.transportEncryption,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.4.2.4c',
      clause: '6.4.2.4 c',
      title: { vi: 'Mã hóa hai lớp khi truyền', en: 'Two layers in transit' },
      requirement: {
        vi: 'Dữ liệu quan trọng được mã hóa khi truyền ít nhất hai lớp: kênh truyền và nội dung.',
        en: 'Important data is encrypted in transit with at least two layers: channel and content.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      parameters: { transitLayersMin: 2 },
      crosswalk: crosswalks.transportEncryption,
      automation: secondLayer,
    },
    {
      id: 'tcvn-14423-7.4.2.4d',
      clause: '7.4.2.4 d',
      title: { vi: 'Mã hóa hai lớp khi truyền', en: 'Two layers in transit' },
      requirement: {
        vi: 'Dữ liệu quan trọng được mã hóa khi truyền ít nhất hai lớp.',
        en: 'Important data is encrypted in transit with at least two layers.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      parameters: { transitLayersMin: 2 },
      crosswalk: crosswalks.transportEncryption,
      automation: secondLayer,
    },
    {
      id: 'tcvn-14423-5.4.2-keys',
      clause: clauseWithin('5.4.2'),
      title: { vi: 'Vòng đời khóa mã', en: 'Life cycle of keys' },
      requirement: {
        vi: 'Khóa mã được quản lý theo vòng đời.',
        en: 'Keys are managed through their life cycle.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.secretsAtRest,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.4.2.4d',
      clause: '6.4.2.4 d',
      title: { vi: 'Thiết kế riêng để bảo vệ khóa', en: 'Dedicated design to protect keys' },
      requirement: {
        vi: 'Có thiết kế riêng để bảo vệ khóa mã.',
        en: 'A dedicated design protects the keys.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      crosswalk: crosswalks.secretsAtRest,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-7.4.2-keys',
      clause: clauseWithin('7.4.2'),
      title: { vi: 'Khóa mã trong phần cứng', en: 'Keys in hardware' },
      requirement: {
        vi: 'Khóa mã được quản lý trong thiết bị phần cứng chuyên dụng.',
        en: 'Keys are managed in dedicated hardware.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      crosswalk: crosswalks.secretsAtRest,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.4.2.5',
      clause: '5.4.2.5',
      title: { vi: 'Mã kiểm tra tính toàn vẹn', en: 'Integrity codes' },
      requirement: {
        vi: 'Dữ liệu quan trọng lưu trữ có mã kiểm tra tính toàn vẹn.',
        en: 'Stored important data carries integrity codes.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.4.2.5',
      clause: clauseOfFirst('6.4.2.5'),
      title: { vi: 'Cảnh báo thay đổi dữ liệu', en: 'Alert on changed data' },
      requirement: {
        vi: 'Ngoài mã kiểm tra, có cảnh báo khi dữ liệu quan trọng bị thay đổi và phương án khôi phục.',
        en: 'On top of integrity codes, a change of important data raises an alert, and a plan to recover exists.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.4.2-data-flows',
      clause: clauseWithin('5.4.2'),
      title: { vi: 'Sơ đồ luồng dữ liệu', en: 'Data-flow diagram' },
      requirement: { vi: 'Có sơ đồ luồng dữ liệu.', en: 'A data-flow diagram exists.' },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.inventory,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.4.2.6',
      clause: clauseOfFirst('6.4.2.6'),
      title: { vi: 'Sơ đồ mọi luồng dữ liệu', en: 'Diagram of every data flow' },
      requirement: {
        vi: 'Sơ đồ thể hiện mọi luồng dữ liệu; ở cấp độ 4 được cập nhật hằng năm, ở cấp độ 5 nguồn không nêu chu kỳ.',
        en: 'The diagram shows every data flow; at level 4 it is refreshed yearly, at level 5 the source states no period.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      parameters: { diagramRefreshDaysMax: 365 },
      crosswalk: crosswalks.inventory,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.4.2.7',
      clause: '5.4.2.7',
      title: { vi: 'Tách môi trường theo độ nhạy cảm', en: 'Environments apart by sensitivity' },
      requirement: {
        vi: 'Dữ liệu được xử lý, lưu trữ ở môi trường tách theo mức nhạy cảm.',
        en: 'Data is processed and stored in environments kept apart by sensitivity.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.tenantBoundary,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.4.2.7c',
      clause: clauseOfFirst('6.4.2.7 c'),
      title: { vi: 'Kênh vật lý riêng cho dữ liệu quan trọng', en: 'Separate physical channel for important data' },
      requirement: {
        vi: 'Môi trường tách theo mức nhạy cảm; dữ liệu quan trọng truyền qua kênh vật lý riêng hoặc biện pháp tương đương.',
        en: 'Environments are apart by sensitivity; important data uses a separate physical channel or an equivalent.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.physicalIsolation,
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-5.4.2.8',
      clause: '5.4.2.8',
      title: { vi: 'Ký số khi trao đổi dữ liệu quan trọng', en: 'Signature on exchanged important data' },
      requirement: {
        vi: 'Dữ liệu quan trọng được ký số khi trao đổi.',
        en: 'Important data is signed digitally when exchanged.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      automation: records.signatures,
    },
    {
      id: 'tcvn-14423-6.4.2.10',
      clause: clauseOfFirst('6.4.2.10'),
      title: { vi: 'Chữ ký số của tổ chức có thẩm quyền', en: 'Signature from a competent body' },
      requirement: {
        vi: 'Chữ ký số trên dữ liệu quan trọng do tổ chức có thẩm quyền hoặc được cấp phép cung cấp; cấp độ 5 dùng thêm thiết bị phần cứng.',
        en: 'Signatures on important data come from a competent or licensed body; level 5 uses hardware as well.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      automation: records.signatures,
    },
    {
      id: 'tcvn-14423-6.4.2.8',
      clause: clauseOfFirst('6.4.2.8'),
      title: { vi: 'Giải pháp chống thất thoát dữ liệu', en: 'Data loss prevention' },
      requirement: {
        vi: 'Có giải pháp phòng chống thất thoát dữ liệu.',
        en: 'A solution prevents the leak of data.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.dataLoss,
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-6.4.2.9b',
      clause: '6.4.2.9 b',
      title: { vi: 'Rà soát nhật ký truy cập dữ liệu', en: 'Review of data-access logs' },
      requirement: {
        vi: 'Rà soát nhật ký truy cập dữ liệu ít nhất mỗi quý một lần.',
        en: 'Data-access logs are reviewed at least once a quarter.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      parameters: { dataAccessLogReviewDaysMax: 90 },
      crosswalk: crosswalks.auditLog,
      automation: records.review,
    },
    {
      id: 'tcvn-14423-7.4.2.9b',
      clause: '7.4.2.9 b',
      title: { vi: 'Rà soát nhật ký truy cập dữ liệu', en: 'Review of data-access logs' },
      requirement: {
        vi: 'Rà soát nhật ký truy cập dữ liệu ít nhất mỗi tháng một lần.',
        en: 'Data-access logs are reviewed at least once a month.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      parameters: { dataAccessLogReviewDaysMax: 30 },
      crosswalk: crosswalks.auditLog,
      automation: records.review,
    },
  ],
});
