import policy from '../../../policies/residency/require-hardened-instances';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, type Path } from '../kit/edit-objects';
import { leasedId, leasing } from './kit/leased-objects';

const KIND = 'AWS::EC2::LaunchTemplate';
const subject = leasedId(KIND, 'nodes');
const bent = (path: Path, value?: JsonValue) => ({
  subject,
  view: leasing(change(KIND, ['Properties', 'LaunchTemplateData', ...path], value)),
});

describePolicy('residency/require-hardened-instances', policy, {
  passes: {
    'identity by session token': () => ({ subject, view: leasing() }),
    'no identity service at all': () => bent(['MetadataOptions'], { HttpEndpoint: 'disabled' }),
  },
  fails: {
    'identity for whoever asks': () => ({
      ...bent(['MetadataOptions', 'HttpTokens'], 'optional'),
      where: 'MetadataOptions.HttpTokens',
      got: 'optional',
    }),
    'the default of the provider': () => ({
      ...bent(['MetadataOptions']),
      where: 'MetadataOptions.HttpTokens',
      got: 'not set',
    }),
    'identity for containers': () => ({
      ...bent(['MetadataOptions', 'HttpPutResponseHopLimit'], 2),
      where: 'MetadataOptions.HttpPutResponseHopLimit',
      got: '2',
    }),
    'machines that nobody watches': () => ({ ...bent(['Monitoring']), where: 'Monitoring.Enabled', got: 'null' }),
  },
  ignores: { 'a nation that leases nothing': () => ({ view: viewOf() }) },
});
