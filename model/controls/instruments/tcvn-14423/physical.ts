import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { tcvn14423 } from '../../tcvn-14423';

/**
 * TCVN 14423:2026 Annex A: physical security of server rooms, by the highest level hosted. Whether the
 * annex is normative is not known, and Decree 331/2026 Art. 30.2 leaves it outside its basic requirements.
 */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    {
      id: 'tcvn-14423-a-camera-2',
      clause: { vi: 'Phụ lục A, cấp độ 2', en: 'Annex A, level 2' },
      title: { vi: 'Lưu hình camera', en: 'Camera recordings' },
      requirement: { vi: 'Phòng máy chủ có camera ghi hình.', en: 'The server room has recording cameras.' },
      levels: [2],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-camera-3',
      clause: { vi: 'Phụ lục A, cấp độ 3', en: 'Annex A, level 3' },
      title: { vi: 'Lưu hình camera', en: 'Camera recordings' },
      requirement: {
        vi: 'Camera ghi hình, lưu ít nhất 3 tháng.',
        en: 'Cameras record; recordings are kept at least 3 months.',
      },
      levels: [3],
      scope: 'site',
      sourceKeys: ['AXA'],
      parameters: { cameraRetentionDaysMin: 90 },
      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-camera-4',
      clause: { vi: 'Phụ lục A, cấp độ 4', en: 'Annex A, level 4' },
      title: { vi: 'Lưu hình camera', en: 'Camera recordings' },
      requirement: {
        vi: 'Camera theo dõi 24/7, lưu ít nhất 6 tháng.',
        en: 'Cameras are watched around the clock; recordings are kept at least 6 months.',
      },
      levels: [4],
      scope: 'site',
      sourceKeys: ['AXA'],
      parameters: { cameraRetentionDaysMin: 180 },
      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-camera-5',
      clause: { vi: 'Phụ lục A, cấp độ 5', en: 'Annex A, level 5' },
      title: { vi: 'Lưu hình camera', en: 'Camera recordings' },
      requirement: { vi: 'Camera lưu ít nhất 12 tháng.', en: 'Recordings are kept at least 12 months.' },
      levels: [5],
      scope: 'site',
      sourceKeys: ['AXA'],
      parameters: { cameraRetentionDaysMin: 365 },
      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-entry-2',
      clause: { vi: 'Phụ lục A, cấp độ 2', en: 'Annex A, level 2' },
      title: { vi: 'Kiểm soát vào ra phòng máy', en: 'Entry to the server room' },
      requirement: { vi: 'Lối vào có camera.', en: 'A camera covers the entrance.' },
      levels: [2],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-entry-3',
      clause: { vi: 'Phụ lục A, cấp độ 3', en: 'Annex A, level 3' },
      title: { vi: 'Kiểm soát vào ra phòng máy', en: 'Entry to the server room' },
      requirement: { vi: 'Lối vào có cửa kiểm soát điện tử.', en: 'An electronic gate controls the entrance.' },
      levels: [3],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-entry-4',
      clause: { vi: 'Phụ lục A, cấp độ 4', en: 'Annex A, level 4' },
      title: { vi: 'Kiểm soát vào ra phòng máy', en: 'Entry to the server room' },
      requirement: {
        vi: 'Có vành đai cách ly và tủ, lồng thiết bị có khóa.',
        en: 'The room has an isolated belt and locked cages.',
      },
      levels: [4],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-entry-5',
      clause: { vi: 'Phụ lục A, cấp độ 5', en: 'Annex A, level 5' },
      title: { vi: 'Kiểm soát vào ra phòng máy', en: 'Entry to the server room' },
      requirement: {
        vi: 'Vào bằng ít nhất hai yếu tố xác thực, có lớp chắn thứ hai.',
        en: 'Entry takes at least two factors, with a second barrier.',
      },
      levels: [5],
      scope: 'site',
      sourceKeys: ['AXA'],
      parameters: { entryFactorsMin: 2 },
      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-power-2',
      clause: { vi: 'Phụ lục A, cấp độ 2', en: 'Annex A, level 2' },
      title: { vi: 'Nguồn điện', en: 'Power' },
      requirement: { vi: 'Thiết bị chính có nguồn UPS.', en: 'Main devices are on UPS.' },
      levels: [2],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-power-3',
      clause: { vi: 'Phụ lục A, cấp độ 3', en: 'Annex A, level 3' },
      title: { vi: 'Nguồn điện', en: 'Power' },
      requirement: { vi: 'Có UPS và nguồn điện dự phòng.', en: 'UPS and a standby source exist.' },
      levels: [3],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-power-4',
      clause: { vi: 'Phụ lục A, cấp độ 4', en: 'Annex A, level 4' },
      title: { vi: 'Nguồn điện', en: 'Power' },
      requirement: { vi: 'Có hai nguồn cấp điện từ hai trạm biến áp.', en: 'Two feeds come from two substations.' },
      levels: [4],
      scope: 'site',
      sourceKeys: ['AXA'],
      parameters: { powerFeedsMin: 2 },
      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-power-5',
      clause: { vi: 'Phụ lục A, cấp độ 5', en: 'Annex A, level 5' },
      title: { vi: 'Nguồn điện', en: 'Power' },
      requirement: {
        vi: 'Hai nguồn cấp như cấp độ 4; giám sát tập trung 24/7.',
        en: 'Two feeds as at level 4; central supervision around the clock.',
      },
      levels: [5],
      scope: 'site',
      sourceKeys: ['AXA'],
      parameters: { powerFeedsMin: 2 },
      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-cooling-2',
      clause: { vi: 'Phụ lục A, cấp độ 2', en: 'Annex A, level 2' },
      title: { vi: 'Làm mát', en: 'Cooling' },
      requirement: { vi: 'Có điều hòa không khí.', en: 'The room is air-conditioned.' },
      levels: [2],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-cooling-3',
      clause: { vi: 'Phụ lục A, cấp độ 3', en: 'Annex A, level 3' },
      title: { vi: 'Làm mát', en: 'Cooling' },
      requirement: { vi: 'Có điều hòa không khí tập trung.', en: 'Air conditioning is central.' },
      levels: [3],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-cooling-4',
      clause: { vi: 'Phụ lục A, cấp độ 4', en: 'Annex A, level 4' },
      title: { vi: 'Làm mát', en: 'Cooling' },
      requirement: {
        vi: 'Làm mát tách khỏi tòa nhà; có cảnh báo độ ẩm.',
        en: 'Cooling is separate from the building, with a humidity alarm.',
      },
      levels: [4],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-cooling-5',
      clause: { vi: 'Phụ lục A, cấp độ 5', en: 'Annex A, level 5' },
      title: { vi: 'Làm mát', en: 'Cooling' },
      requirement: {
        vi: 'Như cấp độ 4; giám sát tập trung 24/7.',
        en: 'As at level 4; central supervision around the clock.',
      },
      levels: [5],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-place-3',
      clause: { vi: 'Phụ lục A, cấp độ 3', en: 'Annex A, level 3' },
      title: { vi: 'Vị trí phòng máy', en: 'Place of the server room' },
      requirement: {
        vi: 'Không đặt ở tầng hầm hoặc dưới nguồn nước.',
        en: 'The room is neither in a basement nor under water.',
      },
      levels: [3],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-place-4',
      clause: { vi: 'Phụ lục A, cấp độ 4', en: 'Annex A, level 4' },
      title: { vi: 'Vị trí phòng máy', en: 'Place of the server room' },
      requirement: {
        vi: 'Đặt xa nơi chứa nhiên liệu và trường điện từ mạnh.',
        en: 'The room is away from fuel and strong fields.',
      },
      levels: [4],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
    {
      id: 'tcvn-14423-a-place-5',
      clause: { vi: 'Phụ lục A, cấp độ 5', en: 'Annex A, level 5' },
      title: { vi: 'Vị trí phòng máy', en: 'Place of the server room' },
      requirement: {
        vi: 'Đặt xa khu vực thời tiết khắc nghiệt, thiên tai.',
        en: 'The room is away from areas of severe weather and disasters.',
      },
      levels: [5],
      scope: 'site',
      sourceKeys: ['AXA'],

      automation: records.facility,
    },
  ],
});
