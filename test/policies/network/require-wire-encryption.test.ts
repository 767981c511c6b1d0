import policy from '../../../policies/network/require-wire-encryption';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { ciliumConfig } from './kit/cilium-config';

const subject = 'cluster/dc-north-shared-0';

describePolicy('network/require-wire-encryption', policy, {
  passes: {
    'the settings that the product writes': () => ({ subject, view: viewOf({ resources: [ciliumConfig()] }) }),
    'further settings beside them': () => ({
      subject,
      view: viewOf({ resources: [ciliumConfig({ ipam: 'kubernetes' })] }),
    }),
  },
  fails: {
    'a cluster without settings': () => ({ subject, view: viewOf(), where: 'ConfigMap cilium-config', got: 'missing' }),
    'settings of another cluster': () => ({
      subject: 'cluster/dc-south-shared-0',
      view: viewOf({ resources: [ciliumConfig()] }),
      where: 'ConfigMap cilium-config',
      got: 'missing',
    }),
    'enable-wireguard of false': () => ({
      subject,
      view: viewOf({ resources: [ciliumConfig({ 'enable-wireguard': 'false' })] }),
      where: 'cilium-config enable-wireguard',
      got: 'false',
    }),
    'encrypt-node of false': () => ({
      subject,
      view: viewOf({ resources: [ciliumConfig({ 'encrypt-node': 'false' })] }),
      where: 'cilium-config encrypt-node',
      got: 'false',
    }),
    'a setting that Terraform alone can tell': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({ resources: [ciliumConfig({ 'enable-wireguard': { 'terraform:unresolved': '${var.a}' } })] }),
      where: 'cilium-config enable-wireguard',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: { 'a nation without clusters': () => ({ view: viewOf({ model: { ...healthyModel(), clusters: [] } }) }) },
});
