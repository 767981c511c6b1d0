import policy from '../../../policies/certificates/require-certificate-fields';
import type { JsonValue } from '../../../resources/resource';
import type { FailingCase, PolicyCase } from '../../support/describe-policy';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import type { Path } from '../kit/edit-objects';
import { change, drop } from '../kit/edit-objects';
import { certificate, issuer } from './kit/certificate';

const healthy = [{ body: certificate('p01-proc-dmz', 'procedures-p01.test.gov.vn') }, { body: issuer }];

function bent(path: Path, value: JsonValue | undefined): PolicyCase {
  return { view: viewOf({ resources: change('Certificate', path, value)(healthy) }) };
}

/** Each field that cert-manager needs, with what the policy says when it is gone. */
const needed: readonly (readonly [Path, string])[] = [
  [['spec', 'secretName'], 'none'],
  [['spec', 'dnsNames'], 'none'],
  [['spec', 'duration'], 'none'],
  [['spec', 'renewBefore'], 'none'],
  [['spec', 'privateKey', 'algorithm'], 'none'],
  [['spec', 'privateKey', 'size'], 'none'],
  [['spec', 'privateKey', 'rotationPolicy'], 'none'],
  [['spec', 'usages'], 'none'],
  [['spec', 'issuerRef', 'group'], 'none'],
  [['spec', 'issuerRef', 'kind'], 'none'],
  [['spec', 'issuerRef', 'name'], 'none'],
];

const missing = Object.fromEntries(
  needed.map(([path, got]) => {
    const where = path.join('.');
    return [`no ${where}, naming it`, (): FailingCase => ({ ...bent(path, undefined), where, got })];
  }),
);

describePolicy('certificates/require-certificate-fields', policy, {
  passes: {
    'a certificate with every field': () => ({ view: viewOf({ resources: healthy }) }),
    'an RSA key of 3072 bits': () =>
      bent(['spec', 'privateKey'], { algorithm: 'RSA', size: 3072, rotationPolicy: 'Always' }),
    'an issuer of the namespace': () => ({
      view: viewOf({
        resources: [
          ...change('Certificate', ['spec', 'issuerRef', 'kind'], 'Issuer')(healthy),
          { ...issuer, kind: 'Issuer', metadata: { name: 'platform', namespace: 'p01-proc-dmz' } },
        ],
      }),
    }),
  },
  fails: {
    ...missing,
    'an issuer that isn’t there': () => ({
      view: viewOf({ resources: drop('ClusterIssuer')(healthy) }),
      where: 'spec.issuerRef',
      got: 'no dc-north-shared-0/ClusterIssuer/-/platform',
    }),
    'a life of a year': () => ({ ...bent(['spec', 'duration'], '8760h'), where: 'spec.duration', got: '365 days' }),
    'a life that nobody can read, as unknown': () => ({
      ...bent(['spec', 'duration'], '90d'),
      verdict: 'unknown',
      where: 'spec.duration',
      got: '90d',
    }),
    'a renewal that comes after the end': () => ({
      ...bent(['spec', 'renewBefore'], '2160h'),
      where: 'spec.renewBefore',
      got: '90 days before the end',
    }),
    'an RSA key of 2048 bits': () => ({
      ...bent(['spec', 'privateKey'], { algorithm: 'RSA', size: 2048, rotationPolicy: 'Always' }),
      where: 'spec.privateKey.size',
      got: '2048 bits',
    }),
    'a key that never changes': () => ({
      ...bent(['spec', 'privateKey', 'rotationPolicy'], 'Never'),
      where: 'spec.privateKey.rotationPolicy',
      got: 'Never',
    }),
    'a certificate for nothing': () => ({
      ...bent(['spec', 'usages'], ['digital signature']),
      where: 'spec.usages',
      got: 'digital signature',
    }),
  },
  ignores: {
    'an assembly without certificates': () => ({ view: viewOf({ resources: [issuer] }) }),
  },
});
