import { readBlocks, type Cidr } from '../../model/address/cidr';
import { parseIp } from '../../model/address/ip';
import type { DualBlock } from '../../model/site/site';
import { textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';

const HOST = /^[a-z+-]+:\/\/(?:\[([0-9a-f:.]+)\]|([0-9.]+))(?::\d+)?\//i;

export default definePolicy({
  title: {
    vi: 'Cổng quản trị của mọi máy chủ nằm trong mạng quản trị của địa điểm, tách khỏi mạng của nút và Pod, qua TLS',
    en: 'the administration port of every host is in its site’s management network, apart from nodes and pods, over TLS',
  },
  force: 'block',
  controls: ['tcvn-14423-5.13.2.3b', 'tcvn-14423-6.12.2.6'],
  why: {
    vi: 'Ai tới được cổng quản trị thì bật, tắt và cài lại được máy chủ; nó không được ở cùng mạng với ứng dụng.',
    en: 'Whoever reaches that port switches the host off and reinstalls it; it must not share a network with applications.',
  },
  fix: {
    vi: 'Sinh lại bmc.address từ quy hoạch địa chỉ: vùng quản trị thiết bị của địa điểm.',
    en: 'Synthesize bmc.address from the address plan: the device-management zone of the site.',
  },
  subjects: ({ view }) => {
    const networks = new Map(view.model.sites.map(({ id }) => [id, networksOf(view, id)]));
    return resourceSubjects(view.resources.ofKind('BareMetalHost', 'metal3.io/')).map((one) => ({
      ...one,
      networks: networks.get(one.of.site) ?? { own: [], traffic: [] },
    }));
  },
  check({ of: host, networks }) {
    const where = 'spec.bmc.address';
    const address = textAt(host.body, 'spec', 'bmc', 'address') ?? '';
    if (!address.includes('https://')) return fail(where, address === '' ? 'none' : address, 'https');
    const [, six, four] = HOST.exec(address) ?? [];
    const parsed = parseIp(six ?? four ?? '');
    if (!parsed.ok) return unknown(where, address, 'an address of the site');
    if (!networks.own.some((one) => one.contains(parsed.value)))
      return fail(where, address, `inside the block of ${host.site}`);
    const shared = networks.traffic.find((one) => one.contains(parsed.value));
    return shared === undefined ? pass : fail(where, `${address}, in ${shared.toString()}`, 'a network of its own');
  },
});

interface Networks {
  readonly own: readonly Cidr[];
  /** Blocks in which nodes, pods and services of the site talk. */
  readonly traffic: readonly Cidr[];
}

function networksOf({ model }: AssemblyView, site: string): Networks {
  const clusters = model.clusters.filter((one) => one.site === site);
  const { block } = model.trySite(site) ?? {};
  return {
    own: block === undefined ? [] : blocksOf([block]),
    traffic: clusters.flatMap(({ nodes, pods, services }) => blocksOf([nodes, pods, services])),
  };
}

function blocksOf(pairs: readonly DualBlock[]): readonly Cidr[] {
  return readBlocks(pairs.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]));
}
