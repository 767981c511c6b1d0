import { every, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

/** Settings that act within the pod alone, as the Pod Security Standards list them. */
const SAFE = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_syncookies',
] as const;

const set = (...names: readonly string[]) => ({
  spec: { securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) } },
});

/** Pod Security Standards, baseline. */
export default defineRule({
  title: {
    vi: 'Pod chỉ đổi những thiết lập nhân có tác dụng trong chính nó',
    en: 'pods change only settings of the kernel that act within them',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Thiết lập nhân ngoài danh sách an toàn đổi cách chạy của mọi hệ thống trên nút, hoặc tắt cơ chế bảo vệ.',
    en: 'Other settings change how every system on the node runs, or switch protection off.',
  },
  fix: {
    vi: 'Bỏ sysctl ngoài danh sách an toàn của Pod Security Standards; đặt nó khi dựng nút nếu thật sự cần.',
    en: 'Remove the sysctl that isn’t on the safe list of the Pod Security Standards; if it is needed, set it when nodes are built.',
  },
  on: workloads,
  require: ({ spec }) => every(spec.securityContext.sysctls, ({ name }) => oneOf(name, SAFE)),
  examples: {
    passes: { 'a pod that changes none': {}, 'a pod that changes all safe ones': { object: set(...SAFE) } },
    fails: {
      'a setting that nobody names': { object: { spec: { securityContext: { sysctls: [{ value: '1' }] } } } },
      'a setting of all processes of the node': { object: set('kernel.msgmax') },
      'a safe setting and another': { object: set('net.ipv4.tcp_syncookies', 'net.core.somaxconn') },
    },
  },
});
