import { definePolicy, fail, pass } from '../define-policy';
import { GUARDED_LEVEL_MIN, guardrailNeeds } from '../network/guardrail/guardrail-needs';
import { hostingClusters } from './paths/hosting-clusters';
import { findOpenings } from './paths/worst-case';

const WANT = 'kept closed by policies of the whole cluster alone';

export default definePolicy({
  title: {
    vi: 'Dù cơ quan thuê viết thêm bất kỳ NetworkPolicy nào, ranh giới của cụm vẫn đóng',
    en: 'whatever NetworkPolicies tenants add, the boundaries of the cluster stay closed',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-3.12'],
  why: {
    vi: 'Người có quyền trong một không gian tên có thể mở nó; chỉ chính sách toàn cụm giữ được ranh giới trước mọi cách viết.',
    en: 'Whoever has rights in a namespace can open it; only policies of the whole cluster hold against all that may be written.',
  },
  fix: {
    vi: 'Sinh lại các CiliumClusterwideNetworkPolicy của cụm.',
    en: 'Synthesize the CiliumClusterwideNetworkPolicy objects of the cluster again.',
  },
  subjects: ({ view }) => hostingClusters(view),
  check: ({ of: cluster }, { view }) => {
    const of = view.reachability.of(cluster);
    const tenants = view.model.namespaces.filter((one) => one.cluster === cluster.id);
    const { blocks } = guardrailNeeds(view.model, cluster);
    const [first] = findOpenings({ of, tenants, guardedFrom: GUARDED_LEVEL_MIN, blocks });
    return first === undefined ? pass : fail(`${first.from} → ${first.to}`, `${first.packet} could be opened`, WANT);
  },
});
