import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { checkCiliumSettings } from './settings/check-cilium-settings';

const settings = [
  { key: 'enable-wireguard', value: 'true' },
  { key: 'encrypt-node', value: 'true' },
] as const;

export default definePolicy({
  title: {
    vi: 'Lưu lượng giữa các máy chủ của mỗi cụm được mã hóa trên đường truyền',
    en: 'traffic between the nodes of every cluster is encrypted on the wire',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-6.4.2.4c', 'tcvn-14423-7.4.2.4d', 'tcvn-14423-6.12.2.1d', 'd356-12.2'],
  why: {
    vi: 'Dữ liệu giữa hai máy chủ đi qua thiết bị mạng dùng chung; không mã hóa thì ai chạm vào cáp đều đọc được.',
    en: 'Data between two nodes passes shared network devices; in clear, whoever touches the cable reads it.',
  },
  fix: {
    vi: 'Đặt enable-wireguard và encrypt-node là "true" trong ConfigMap cilium-config của cụm.',
    en: 'Set enable-wireguard and encrypt-node to "true" in the ConfigMap cilium-config of the cluster.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => checkCiliumSettings(cluster, view, settings),
});
