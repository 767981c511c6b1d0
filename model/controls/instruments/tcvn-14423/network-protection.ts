import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseByLevel, clauseOfFirst, clauseWithin, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

/** TCVN 14423:2026, network: protection and redundancy. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    ...clauseByLevel({
      clause: '12.2.2a',
      topic: 'firewall',
      title: { vi: 'Tường lửa có phòng chống xâm nhập', en: 'Firewall with intrusion prevention' },
      groups: [
        {
          levels: [1],
          requirement: {
            vi: 'Vùng biên có tường lửa kèm chức năng phòng chống xâm nhập.',
            en: 'The perimeter has a firewall with intrusion prevention.',
          },
        },
        {
          levels: [2, 3, 4, 5],
          requirement: {
            vi: 'Giữa các vùng mạng có tường lửa kèm chức năng phòng chống xâm nhập.',
            en: 'A firewall with intrusion prevention stands between the zones.',
          },
        },
      ],
      crosswalk: crosswalks.networkPolicy,
      automation: records.edgeDevices,
    }),
    {
      id: 'tcvn-14423-5.12.2.4e',
      clause: clauseOfFirst('5.12.2.4 e'),
      title: { vi: 'Giới hạn kết nối', en: 'Connection limits' },
      requirement: {
        vi: 'Giới hạn số kết nối theo nguồn và theo dịch vụ.',
        en: 'Connections are limited per source and per service.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      automation: byRule,
    },
    {
      id: 'tcvn-14423-4.12.2.2a-web-firewall',
      clause: clauseOfFirst('4.12.2.2 a'),
      title: { vi: 'Tường lửa ứng dụng web', en: 'Web application firewall' },
      requirement: {
        vi: 'Ứng dụng web được bảo vệ bởi tường lửa ứng dụng web.',
        en: 'A web application firewall protects web applications.',
      },
      levels: [2, 3, 4, 5],
      sourceKeys: sourcesOfLevels([2, 3, 4, 5]),
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-database-firewall',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Tường lửa cơ sở dữ liệu', en: 'Database firewall' },
      requirement: {
        vi: 'Vùng máy chủ cơ sở dữ liệu có tường lửa cơ sở dữ liệu.',
        en: 'A database firewall protects the database servers.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.dataLoss,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-network-access',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Kiểm soát truy cập mạng', en: 'Network access control' },
      requirement: {
        vi: 'Có giải pháp kiểm soát thiết bị truy cập vào mạng (NAC).',
        en: 'Network access control (NAC) decides which devices may join.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-ddos',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Phòng chống tấn công từ chối dịch vụ', en: 'Protection against denial of service' },
      requirement: {
        vi: 'Có giải pháp phòng chống tấn công từ chối dịch vụ phân tán.',
        en: 'Distributed denial of service is countered.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-network-malware',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Phòng chống mã độc trên mạng', en: 'Network anti-malware' },
      requirement: {
        vi: 'Có giải pháp phát hiện, ngăn chặn mã độc ở lớp mạng.',
        en: 'Malware is detected and stopped at the network layer.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-link-redundancy',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Dự phòng đường truyền', en: 'Link redundancy' },
      requirement: { vi: 'Đường truyền kết nối có dự phòng.', en: 'Network links are redundant.' },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-data-loss',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Phương án chống thất thoát dữ liệu', en: 'Plan against data loss' },
      requirement: {
        vi: 'Có phương án phòng chống thất thoát dữ liệu.',
        en: 'A plan against the leak of data exists.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.dataLoss,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-3.12-redundancy',
      clause: clauseWithin('3.12, 4.12'),
      title: { vi: 'Phương án dự phòng thiết bị mạng chính', en: 'Redundancy plan of main network devices' },
      requirement: {
        vi: 'Có phương án dự phòng cho thiết bị mạng chính.',
        en: 'A redundancy plan for the main network devices exists.',
      },
      levels: [1, 2],
      sourceKeys: sourcesOfLevels([1, 2]),
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-5.12.2.2a-hot-standby',
      clause: clauseOfFirst('5.12.2.2 a'),
      title: { vi: 'Cân bằng tải và dự phòng nóng', en: 'Load balancing and hot standby' },
      requirement: {
        vi: 'Thiết bị mạng chính có cân bằng tải và dự phòng nóng; thiết bị mạng chính gồm chuyển mạch lõi, tường lửa trung tâm, tường lửa ứng dụng web, lưu trữ tập trung, tường lửa cơ sở dữ liệu (Điều 3.2 Thông tư 12/2022).',
        en: 'The main network devices are load balanced with hot standby: core switch, central firewall, web application firewall, central storage, database firewall (Art. 3.2 of Circular 12/2022).',
      },
      levels: [3, 4, 5],
      sourceKeys: [...sourcesOfLevels([3, 4, 5]), 'TT12'],
      parameters: { mainDeviceReplicasMin: 2 },
      crosswalk: crosswalks.standbySite,
      automation: records.edgeDevices,
    },
    {
      id: 'tcvn-14423-6.12.2.2a-internet',
      clause: '6.12.2.2 a; 7.12.2.2 a',
      title: { vi: 'Hai hướng kết nối quốc tế', en: 'Two international directions' },
      requirement: {
        vi: 'Nếu cần Internet, có ít nhất hai hướng quốc tế qua các nhà mạng trong nước có hạ tầng khác nhau.',
        en: 'Where Internet is needed, at least two international directions run through domestic carriers with different infrastructure.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      parameters: { internationalDirectionsMin: 2 },
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-7.12.2.2a-standby-site',
      clause: '7.12.2.2 a',
      title: { vi: 'Khoảng cách của trung tâm dự phòng', en: 'Distance of the standby site' },
      requirement: {
        vi: 'Trung tâm dự phòng cách trung tâm chính ít nhất 30 km và có đường truyền dự phòng.',
        en: 'The standby site stands at least 30 km from the primary, with a redundant link.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      parameters: { standbyDistanceKmMin: 30 },
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
  ],
});
