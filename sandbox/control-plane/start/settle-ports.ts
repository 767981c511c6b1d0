import type { ClusterPorts } from '../cluster-state';
import { freePorts, isFree } from '../free-ports';
import type { Program } from '../processes/process-plan';

/** Whose ports they are. */
const OWNERS = { api: 'kube-apiserver', etcd: 'etcd', etcdPeer: 'etcd' } as const satisfies Record<
  keyof ClusterPorts,
  Program
>;

/**
 * The ports of a control plane: as written down, but new ones where a stranger has taken the port of a process that
 * doesn't run.
 */
export async function settlePorts(
  known: ClusterPorts | undefined,
  runs: (program: Program) => boolean,
  choose = freePorts,
): Promise<ClusterPorts> {
  const [api = 0, etcd = 0, etcdPeer = 0] = await choose(3);
  const fresh: ClusterPorts = { api, etcd, etcdPeer };
  if (known === undefined) return fresh;
  const keep = async (name: keyof ClusterPorts): Promise<number> => {
    const port = known[name];
    return runs(OWNERS[name]) || (await isFree(port)) ? port : fresh[name];
  };
  return { api: await keep('api'), etcd: await keep('etcd'), etcdPeer: await keep('etcdPeer') };
}
