import { all, is, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

/** Twin of `certificates/require-platform-issuer`, which asks what issuers of the cluster are. */
export default defineRule({
  title: { vi: 'Mọi chứng thư do nơi cấp của cụm cấp', en: 'every certificate comes from an issuer of the cluster' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'd23-1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Nơi cấp đặt trong không gian tên do chính hệ thống lập ra: có thể tự ký, hoặc là CA công cộng ở nước ngoài.',
    en: 'An issuer in a namespace is made by the system itself: it may sign for itself, or be a public CA abroad.',
  },
  fix: {
    vi: 'Đặt issuerRef.kind là ClusterIssuer, group là cert-manager.io.',
    en: 'Set issuerRef.kind to ClusterIssuer and group to cert-manager.io.',
  },
  on: certificates,
  require: ({ spec: { issuerRef } }) =>
    all(is(issuerRef.kind, 'ClusterIssuer'), is(orElse(issuerRef.group, 'cert-manager.io'), 'cert-manager.io')),
  examples: {
    passes: {
      'an issuer of the cluster': {},
      'an issuer of the cluster, in the default group': { object: { spec: { issuerRef: { group: null } } } },
    },
    fails: {
      'an issuer of the namespace': { object: { spec: { issuerRef: { kind: 'Issuer' } } } },
      'the default, which is an issuer of the namespace': { object: { spec: { issuerRef: { kind: null } } } },
      'an issuer of another program': { object: { spec: { issuerRef: { group: 'awspca.cert-manager.io' } } } },
    },
  },
});
