import policy from '../../../policies/network/require-policy-enforcement';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { ciliumConfig } from './kit/cilium-config';

const subject = 'cluster/dc-north-shared-0';

describePolicy('network/require-policy-enforcement', policy, {
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
    'enable-policy of default': () => ({
      subject,
      view: viewOf({ resources: [ciliumConfig({ 'enable-policy': 'default' })] }),
      where: 'cilium-config enable-policy',
      got: 'default',
    }),
    'policy-audit-mode of true': () => ({
      subject,
      view: viewOf({ resources: [ciliumConfig({ 'policy-audit-mode': 'true' })] }),
      where: 'cilium-config policy-audit-mode',
      got: 'true',
    }),
    'a setting that Terraform alone can tell': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({ resources: [ciliumConfig({ 'enable-policy': { 'terraform:unresolved': '${var.a}' } })] }),
      where: 'cilium-config enable-policy',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: { 'a nation without clusters': () => ({ view: viewOf({ model: { ...healthyModel(), clusters: [] } }) }) },
});
