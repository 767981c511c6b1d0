import policy from '../../../policies/platform/restrict-destinations';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { services } from './kit/services';

const KIND = 'CiliumNetworkPolicy';
const egress = ['spec', 'egress'] as const;

describePolicy('platform/restrict-destinations', policy, {
  passes: { 'the store by its name': () => services() },
  fails: {
    'no policy': () => ({ ...services(drop(KIND)), where: KIND, got: 'none for backup' }),
    'some pods alone': () => ({
      ...services(change(KIND, ['spec', 'endpointSelector'], { matchLabels: { app: 'x' } })),
      where: KIND,
      got: 'none for backup',
    }),
    'no destination': () => ({
      ...services(change(KIND, [...egress, 1], undefined)),
      where: 'spec.egress',
      got: 'no toFQDNs',
    }),
    'a store abroad': () => ({
      ...services(change(KIND, [...egress, 1, 'toFQDNs', 0], { matchName: 's3.amazonaws.com' })),
      where: 'destinations: spec.egress[1]',
      got: '{"matchName":"s3.amazonaws.com"}',
    }),
    'every host of the domain by pattern': () => ({
      ...services(change(KIND, [...egress, 1, 'toFQDNs', 0], { matchPattern: '*.test.gov.vn' })),
      where: 'destinations: spec.egress[1]',
      got: '{"matchPattern":"*.test.gov.vn"}',
    }),
    'every port': () => ({
      ...services(change(KIND, [...egress, 1, 'toPorts'], undefined)),
      where: 'destinations: spec.egress[1]',
      got: 'every port',
    }),
    'questions for every name': () => ({
      ...services(change(KIND, [...egress, 0, 'toPorts', 0, 'rules'], undefined)),
      where: 'destinations: spec.egress[0]',
      got: 'asks for every name',
    }),
    'the whole world beside it': () => ({
      ...services(change(KIND, [...egress, 1, 'toEntities'], ['world'])),
      where: 'destinations: spec.egress[1].toEntities',
      got: '["world"]',
    }),
  },
  ignores: {
    'a service that calls nothing outside': () =>
      services(change('Namespace', ['metadata', 'labels', 'ndc.gov.vn/service'], 'monitoring')),
  },
});
