import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { checkCiliumSettings } from './settings/check-cilium-settings';

/** The last one is honored from Cilium 1.19 on and asked for always, so that an upgrade never widens a selector. */
const settings = [
  { key: 'enable-policy', value: 'always' },
  { key: 'policy-audit-mode', value: 'false' },
  { key: 'enable-hubble', value: 'true' },
  { key: 'policy-default-local-cluster', value: 'true' },
] as const;

export default definePolicy({
  title: {
    vi: 'Mạng của mỗi cụm luôn thực thi chính sách và ghi lại mọi luồng',
    en: 'the network of every cluster always enforces policies and records every flow',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-5.13.2.4', 'tcvn-14423-7.12.2.1b'],
  why: {
    vi: 'Ở chế độ mặc định, Pod không có chính sách được đi khắp nơi; ở chế độ kiểm tra, chính sách chỉ ghi chứ không chặn.',
    en: 'In the default mode pods without a policy go anywhere; in audit mode policies only write and stop nothing.',
  },
  fix: {
    vi: 'Đặt enable-policy là always, policy-audit-mode là false, enable-hubble và policy-default-local-cluster là true.',
    en: 'Set enable-policy to always, policy-audit-mode to false, enable-hubble and policy-default-local-cluster to true.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => checkCiliumSettings(cluster, view, settings),
});
