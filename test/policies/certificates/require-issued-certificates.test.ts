import policy from '../../../policies/certificates/require-issued-certificates';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const namespace = 'platform-gateway';
const gateway = idOf('Gateway', 'platform', namespace);
const certificate = idOf('Certificate', 'gateway', namespace);
const objects: readonly JsonObject[] = [
  { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', metadata: { name: 'platform' } },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'gateway', namespace },
    spec: {
      secretName: 'gateway-certificate',
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'platform' },
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'platform', namespace },
    spec: { listeners: [{ name: 'https', tls: { certificateRefs: [{ name: 'gateway-certificate' }] } }] },
  },
];
const given = (subject: string, edit: Edit = asWritten): PolicyCase => ({
  subject,
  view: viewOf({ resources: edit(objects.map((body) => ({ body }))) }),
});

describePolicy('certificates/require-issued-certificates', policy, {
  passes: {
    'a gateway with its certificate': () => given(gateway),
    'a certificate with its issuer': () => given(certificate),
  },
  fails: {
    'a certificate that is gone': () => ({
      ...given(gateway, drop('Certificate')),
      where: 'listener https',
      got: 'no Certificate for gateway-certificate',
    }),
    'a certificate that goes elsewhere': () => ({
      ...given(gateway, change('Certificate', ['spec', 'secretName'], 'other')),
      where: 'listener https',
      got: 'no Certificate for gateway-certificate',
    }),
    'an issuer that is gone': () => ({
      ...given(certificate, drop('ClusterIssuer')),
      where: 'spec.issuerRef',
      got: 'no ClusterIssuer platform',
    }),
    'an issuer of the namespace alone, which isn’t there': () => ({
      ...given(certificate, change('Certificate', ['spec', 'issuerRef', 'kind'], undefined)),
      where: 'spec.issuerRef',
      got: 'no Issuer platform',
    }),
    'an issuer whose group is left to the default': () => ({
      ...given(certificate, change('Certificate', ['spec', 'issuerRef', 'group'], undefined)),
      where: 'spec.issuerRef.group',
      got: 'not set',
    }),
  },
  ignores: { 'a cluster without certificates': () => ({ view: viewOf() }) },
});
