import { Cidr } from '../../model/address/cidr';
import { IpAddress } from '../../model/address/ip';
import { platformNamespaceName } from '../../model/naming';
import { notInternetBlocks } from '../../model/segmentation/internet';
import type { Cluster } from '../../model/site/cluster';
import { endText } from '../../resources/reachability/query/ends';
import type { Hop } from '../../resources/reachability/query/hop';
import { proveWaypoint } from '../../resources/reachability/query/waypoint';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ClusterReachability } from '../../resources/view/reachability/cluster-reachability';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { clusterSubjects } from '../subjects';

const WANT = 'no path that goes around the gateway, in any number of steps';

export default definePolicy({
  title: {
    vi: 'Từ Internet tới máy chủ cơ sở dữ liệu không có đường nào ngoài cổng nối, dù qua bao nhiêu bước',
    en: 'no path leads from the Internet to database servers but through the gateway, in any number of steps',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-3.12'],
  why: {
    vi: 'Một đường vòng qua vùng khác đưa kẻ tấn công tới dữ liệu mà tường lửa ứng dụng không thấy.',
    en: 'A way around, even by another zone, leads an attacker to data where no application firewall sees it.',
  },
  fix: {
    vi: 'Đóng bước đầu tiên của đường mà báo cáo nêu.',
    en: 'Close the first step of the path that is shown.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => databasesOf(view, one).length > 0)),
  check: ({ of: cluster }, { view }) => {
    const of = view.reachability.of(cluster);
    const claim = {
      from: { workloads: [], blocks: internetOf(view, of) },
      to: { workloads: databasesOf(view, cluster), blocks: [] },
      through: of.workloadsOf(platformNamespaceName('gateway')),
    };
    const answer = proveWaypoint(of.reachability, claim);
    if (!answer.ok) return unknown('path', answer.problems.map(({ got }) => got).join('; '), WANT);
    const { verdict, chain } = answer.value;
    if (verdict === 'holds') return pass;
    const path = chain.map((hop) => hopText(of, hop)).join(', then ');
    return verdict === 'broken' ? fail('path', path, WANT) : unknown('path', `perhaps ${path}`, WANT);
  },
});

/** Numbers of the workloads in the database zones of a cluster. */
function databasesOf({ model, reachability }: AssemblyView, cluster: Cluster): readonly number[] {
  const zones = model.namespaces.filter((one) => one.cluster === cluster.id && one.zone === 'database');
  return zones.flatMap(({ name }) => reachability.of(cluster).workloadsOf(name));
}

function hopText({ reachability }: ClusterReachability, { from, to, port, protocol }: Hop): string {
  return `${endText(reachability, from)} → ${endText(reachability, to)} ${port}/${protocol}`;
}

/** An address of each run that holds some that is neither the nation's own nor kept from the Internet. */
function internetOf({ model }: AssemblyView, { reachability: { outside } }: ClusterReachability): readonly Cidr[] {
  const own = notInternetBlocks(model.nation);
  return outside.addresses.atoms.flatMap(({ family, first, last }) => {
    const ends = [first, last].map((value) => IpAddress.of(family, value));
    const foreign = ends.find((one) => !own.some((block) => block.family === family && block.contains(one)));
    return foreign === undefined ? [] : [Cidr.host(foreign)];
  });
}
