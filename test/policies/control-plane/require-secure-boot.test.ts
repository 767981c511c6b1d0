import policy from '../../../policies/control-plane/require-secure-boot';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const host = (spec: JsonObject) => ({
  view: viewOf({
    resources: [
      { apiVersion: 'metal3.io/v1alpha1', kind: 'BareMetalHost', metadata: { name: 'h', namespace: 'm' }, spec },
    ],
  }),
});

describePolicy('control-plane/require-secure-boot', policy, {
  passes: {
    'a host that boots securely and is cleaned': () =>
      host({ bootMode: 'UEFISecureBoot', automatedCleaningMode: 'metadata' }),
    'cleaning by default': () => host({ bootMode: 'UEFISecureBoot' }),
  },
  fails: {
    'UEFI alone': () => ({ ...host({ bootMode: 'UEFI' }), where: 'spec.bootMode', got: 'UEFI' }),
    'the default': () => ({ ...host({}), where: 'spec.bootMode', got: 'not set' }),
    'disks that keep the data of the system before': () => ({
      ...host({ bootMode: 'UEFISecureBoot', automatedCleaningMode: 'disabled' }),
      where: 'spec.automatedCleaningMode',
      got: 'disabled',
    }),
  },
  ignores: { 'a nation without hosts': () => ({ view: viewOf() }) },
});
