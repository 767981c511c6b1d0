import { absent } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ciliumNetworkPolicies from '../engine/targets/engines/cilium-network-policies';

/** The other rules of this folder read `spec` alone, which this one makes enough. */
export default defineRule({
  title: { vi: 'Mỗi chính sách Cilium chỉ có một spec', en: 'every policy of Cilium has one spec' },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c'],
  why: {
    vi: 'Danh sách specs giấu thêm luật ở nơi công cụ rà soát không đọc.',
    en: 'A list of specs hides more rules where reviews don’t look.',
  },
  fix: { vi: 'Tách mỗi phần tử của specs thành một chính sách.', en: 'Make a policy of each item of specs.' },
  on: ciliumNetworkPolicies,
  require: ({ specs }) => absent(specs),
  examples: {
    passes: { 'one spec': {} },
    fails: {
      'a list of specs': {
        object: { specs: [{ endpointSelector: { matchLabels: { app: 'web' } }, egress: [{ toEntities: ['world'] }] }] },
      },
    },
  },
});
