import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseByLevel, clauseWithin, everyPeriod, periods, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

/** TCVN 14423:2026, network: zones and the design of the network. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    {
      id: 'tcvn-14423-3.12',
      clause: '3.12',
      title: { vi: 'Nguyên tắc phân vùng mạng', en: 'Principles of zoning' },
      requirement: {
        vi: 'Cấp độ 1 không có danh sách vùng bắt buộc; mạng theo ba nguyên tắc: phân vùng, đặc quyền tối thiểu, tính sẵn sàng.',
        en: 'Level 1 has no list of zones; the network follows three principles: zoning, least privilege, availability.',
      },
      levels: [1],
      sourceKeys: ['MX', 'TT12'],
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    ...clauseByLevel({
      clause: '12.2.2b',
      title: { vi: 'Các vùng mạng tối thiểu', en: 'Minimum network zones' },
      groups: [
        {
          levels: [2],
          requirement: {
            vi: 'Có ít nhất các vùng: máy chủ, DMZ, không dây (nếu có), nội bộ, biên.',
            en: 'At least the zones server, DMZ, wireless (if any), internal and edge exist.',
          },
          parameters: { networkZonesMin: 5 },
        },
        {
          levels: [3],
          requirement: {
            vi: 'Có ít nhất các vùng: nội bộ, biên, máy chủ nội bộ, DMZ, máy chủ cơ sở dữ liệu, không dây (nếu có), quản trị.',
            en: 'At least the zones internal, edge, internal server, DMZ, database server, wireless (if any) and management exist.',
          },
          parameters: { networkZonesMin: 7 },
        },
        {
          levels: [4],
          requirement: {
            vi: 'Có bảy vùng của cấp độ 3, thêm vùng kết nối diện rộng (nếu có) và vùng quản trị thiết bị hệ thống.',
            en: 'The seven zones of level 3 exist, plus WAN (if any) and management of system devices.',
          },
          parameters: { networkZonesMin: 9 },
        },
        {
          levels: [5],
          requirement: {
            vi: 'Có chín vùng như cấp độ 4.',
            en: 'The nine zones of level 4 exist.',
          },
          parameters: { networkZonesMin: 9 },
        },
      ],
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    }),
    {
      id: 'tcvn-14423-3.12-inbound',
      clause: clauseWithin('3.12'),
      title: { vi: 'Kiểm soát chiều vào', en: 'Inbound control' },
      requirement: { vi: 'Kiểm soát truy cập từ bên ngoài vào mạng.', en: 'Access into the network is controlled.' },
      levels: [1],
      sourceKeys: sourcesOfLevels([1]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-4.12.2.4b',
      clause: '4.12.2.4 b',
      title: { vi: 'Kiểm soát chiều vào theo dịch vụ', en: 'Inbound control per service' },
      requirement: {
        vi: 'Chỉ mở chiều vào cho từng dịch vụ cần thiết; chặn phần còn lại.',
        en: 'Inbound traffic is opened service by service; the rest is denied.',
      },
      levels: [2],
      sourceKeys: sourcesOfLevels([2]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.12.2.4d',
      clause: '5.12.2.4 d',
      title: { vi: 'Kiểm soát chiều vào và chiều ra', en: 'Inbound and outbound control' },
      requirement: {
        vi: 'Chỉ mở chiều vào và chiều ra cho từng dịch vụ cần thiết; chặn phần còn lại.',
        en: 'Inbound and outbound traffic is opened service by service; the rest is denied.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.12.2.4c',
      clause: '6.12.2.4 c, g',
      title: { vi: 'Giới hạn chiều ra của máy chủ', en: 'Restricted egress of servers' },
      requirement: {
        vi: 'Kiểm soát cả hai chiều theo dịch vụ và chặn phần còn lại; chiều ra của máy chủ bị chặn hoặc giới hạn theo chức năng.',
        en: 'Both directions are opened service by service and the rest denied; egress of servers is blocked or limited to their function.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-7.12.2.5c',
      clause: '7.12.2.5 c, h',
      title: { vi: 'Giới hạn chiều ra của máy chủ', en: 'Restricted egress of servers' },
      requirement: {
        vi: 'Như cấp độ 4: kiểm soát cả hai chiều theo dịch vụ; chiều ra của máy chủ bị chặn hoặc giới hạn theo chức năng.',
        en: 'As at level 4: both directions per service; egress of servers is blocked or limited to their function.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.12.2.1b',
      clause: '6.12.2.1 b',
      title: { vi: 'Phân đoạn vi mô', en: 'Micro-segmentation' },
      requirement: {
        vi: 'Máy chủ và ứng dụng quan trọng được phân đoạn riêng đến từng đối tượng.',
        en: 'Important servers and applications are segmented one by one.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-7.12.2.1b',
      clause: '7.12.2.1 b',
      title: { vi: 'Kiến trúc Zero Trust', en: 'Zero Trust architecture' },
      requirement: {
        vi: 'Phân đoạn vi mô theo kiến trúc Zero Trust: truy cập theo danh tính, không theo vị trí mạng.',
        en: 'Micro-segmentation within a Zero Trust architecture: access follows identity, not place in the network.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.12.2.2a-one-way',
      clause: '6.12.2.2 a',
      title: { vi: 'Cổng truyền một chiều', en: 'One-way gateway' },
      requirement: {
        vi: 'Có thiết bị truyền một chiều giữa vùng lõi hoặc vùng công nghệ vận hành và vùng có mức tin cậy thấp hơn.',
        en: 'A data diode or one-way gateway stands between the core or operational-technology zone and a less trusted zone.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-7.12.2.2a-one-way',
      clause: '7.12.2.2 a',
      title: { vi: 'Cách ly vật lý hoặc truyền một chiều', en: 'Physical isolation or one-way gateway' },
      requirement: {
        vi: 'Vùng lõi cách ly vật lý, hoặc có thiết bị truyền một chiều, với vùng có mức tin cậy thấp hơn.',
        en: 'The core zone is physically isolated from less trusted zones, or behind a data diode.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      crosswalk: crosswalks.physicalIsolation,
      automation: byRule,
    },
    ...clauseByLevel({
      clause: '12.2.1',
      topic: 'diagram',
      title: { vi: 'Cập nhật sơ đồ mạng', en: 'Refresh of the network diagram' },
      groups: everyPeriod(
        'diagramRefreshDaysMax',
        { vi: 'Rà soát, cập nhật sơ đồ mạng', en: 'The network diagram is reviewed and refreshed' },
        [
          [periods.year, [1, 2, 3]],
          [periods.halfYear, [4]],
          [periods.quarter, [5]],
        ],
      ),
      crosswalk: crosswalks.inventory,
      automation: records.review,
    }),
    {
      id: 'tcvn-14423-5.12-design-change',
      clause: clauseWithin('5.12'),
      title: { vi: 'Đánh giá lại thiết kế khi thay đổi', en: 'Design re-assessed on change' },
      requirement: {
        vi: 'Đánh giá lại thiết kế mạng khi có thay đổi.',
        en: 'The network design is assessed again when it changes.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.configuration,
      automation: records.review,
    },
    {
      id: 'tcvn-14423-6.12.2.1a',
      clause: { vi: 'mục 6.12.2.1 a (số mục của cấp độ 4)', en: 'clause 6.12.2.1 a (number at level 4)' },
      title: { vi: 'Chuyên gia thẩm tra thiết kế', en: 'Design review by experts' },
      requirement: {
        vi: 'Thiết kế được chuyên gia thẩm tra trước khi triển khai.',
        en: 'Experts review the design before it is deployed.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.configuration,
      automation: records.review,
    },
  ],
});
