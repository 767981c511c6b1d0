import { platformNamespaceName } from '../../model/naming';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { namespaceSubjects } from '../subjects';
import { dnsServers } from '../../model/platform/dns-servers';
import { portText } from './segmentation/opening';

const servers = platformNamespaceName('dns');

export default definePolicy({
  title: {
    vi: 'Mọi không gian tên của hệ thống được phân giải tên miền qua DNS của cụm',
    en: "every namespace of a system may ask the cluster's DNS for names",
  },
  force: 'block',
  controls: ['tcvn-14423-3-dns-filtering', 'tcvn-14423-5.12.2.4d'],
  why: {
    vi: 'Không có DNS của cụm, ứng dụng ngừng chạy hoặc phải dùng máy chủ tên miền không được lọc.',
    en: "Without the cluster's DNS a workload stops, or turns to a name server that nobody filters.",
  },
  fix: {
    vi: `Cho phép kết nối đi đến không gian tên ${servers} ở cổng 53, cả UDP và TCP.`,
    en: `Allow egress to the namespace ${servers} on port 53, both UDP and TCP.`,
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: { cluster, name } }, { view }) => {
    for (const port of dnsServers.ports) {
      const peer = { namespace: servers };
      const answer = view.network.answer({ cluster, namespace: name, direction: 'egress', peer, port });
      const want = `allowed to ${servers} on ${portText(port)}`;
      if (answer === 'unknown') return unknown('egress', 'a rule that nobody can tell', want);
      if (answer === 'denied') return fail('egress', `denied on ${portText(port)}`, want);
    }
    return pass;
  },
});
