import { absent, all, any, every, not, oneOf, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

/** Folders of which agents of the platform tell others: logs, and flows that the network saw. */
const OBSERVED = ['/var/log', '/var/run/cilium/hubble'] as const;

/** Folders beside those of agents that hold keys, secrets and disks of every pod on the node. */
const KEPT = [
  '/var/lib/cni',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/kubelet',
] as const;

const mounts = (...paths: readonly string[]) => ({
  spec: { volumes: paths.map((path, index) => ({ name: `folder-${index}`, hostPath: { path } })) },
});

/**
 * CIS Kubernetes Benchmark 5.2.12. A list of what is allowed: a folder can be written in many ways, and one that holds
 * another holds its keys too. That observed ones are mounted read-only is asked by workloads/require-read-only-host-folders.
 */
export default defineRule({
  title: {
    vi: 'Pod chỉ gắn những thư mục của máy chủ dành cho quan sát, hoặc thư mục dữ liệu riêng của nó',
    en: 'pods mount only the folders of their host that are there to be observed, or one of their own',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Thư mục của máy chủ chứa khóa của kubelet và bí mật của mọi Pod: đọc được là chiếm được cụm.',
    en: 'Folders of the host hold the keys of the kubelet and the secrets of every pod: who reads them has the cluster.',
  },
  fix: {
    vi: 'Bỏ hostPath; agent giữ dữ liệu của mình ở /var/lib/<tên agent>.',
    en: 'Remove the hostPath; an agent keeps its own data in /var/lib/<agent>.',
  },
  on: workloads,
  require: ({ spec }) =>
    every(spec.volumes, ({ hostPath }) =>
      all(
        any(absent(hostPath), oneOf(hostPath.path, OBSERVED), text(hostPath.path, 'matches', '^/var/lib/[a-z0-9-]+$')),
        not(oneOf(hostPath.path, KEPT)),
      ),
    ),
  examples: {
    passes: {
      'a pod without volumes': {},
      'a pod without folders of its host': { object: { spec: { volumes: [{ name: 'room', emptyDir: {} }] } } },
      'an agent that reads logs and flows, and keeps a buffer': { object: mounts(...OBSERVED, '/var/lib/log-shipper') },
    },
    fails: {
      'a folder that nobody names': { object: { spec: { volumes: [{ name: 'folder', hostPath: {} }] } } },
      'the whole host': { object: mounts('/') },
      'what holds the keys of the kubelet': { object: mounts('/var/lib') },
      'a folder within the kubelet’s': { object: mounts('/var/lib/kubelet/pki') },
      'a folder that only ends like one of an agent': { object: mounts('/mnt/var/lib/agent') },
      'the networks of pods': { object: mounts('/var/lib/cni') },
      'the disks of containers': { object: mounts('/var/lib/containerd') },
      'the disks of containers elsewhere': { object: mounts('/var/lib/containers') },
      'the disks of containers of old': { object: mounts('/var/lib/docker') },
      'the state of the cluster': { object: mounts('/var/lib/etcd') },
      'the keys of the kubelet': { object: mounts('/var/lib/kubelet') },
      'logs, and a folder with keys': { object: mounts('/var/log', '/etc/kubernetes') },
    },
  },
});
