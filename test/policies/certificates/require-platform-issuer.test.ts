import policy from '../../../policies/certificates/require-platform-issuer';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const namespace = 'platform-cert-manager';
const NAME = 'certificate-authority-client';
const vault = ['spec', 'vault'] as const;
const objects: readonly JsonObject[] = [
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: 'platform' },
    spec: {
      vault: {
        server: 'https://ca.test.gov.vn',
        path: 'pki/sign/dc-north-shared-0',
        auth: { kubernetes: { role: 'cert-manager', serviceAccountRef: { name: NAME } } },
      },
    },
  },
  { kind: 'ServiceAccount', metadata: { name: NAME, namespace } },
  {
    kind: 'Role',
    metadata: { name: NAME, namespace },
    rules: [{ apiGroups: [''], resources: ['serviceaccounts/token'], resourceNames: [NAME], verbs: ['create'] }],
  },
  {
    kind: 'RoleBinding',
    metadata: { name: NAME, namespace },
    roleRef: { kind: 'Role', name: NAME },
    subjects: [{ kind: 'ServiceAccount', name: 'cert-manager', namespace }],
  },
];
const given = (edit: Edit = asWritten): PolicyCase => ({
  subject: 'cluster/dc-north-shared-0',
  view: viewOf({ resources: edit(objects.map((body) => ({ body }))) }),
});
const token = { where: 'platform: Role', got: `no token of ${NAME}` };

describePolicy('certificates/require-platform-issuer', policy, {
  passes: { 'the nation’s authority': () => given() },
  fails: {
    'no issuer': () => ({ ...given(drop('ClusterIssuer')), where: 'ClusterIssuer', got: 'none' }),
    'a public authority': () => ({
      ...given(change('ClusterIssuer', ['spec'], { acme: { server: 'https://acme-v02.api.letsencrypt.org' } })),
      where: 'platform: spec',
      got: 'acme',
    }),
    'certificates that it signs itself': () => ({
      ...given(change('ClusterIssuer', ['spec'], { selfSigned: {} })),
      where: 'platform: spec',
      got: 'selfSigned',
    }),
    'an authority without TLS': () => ({
      ...given(change('ClusterIssuer', [...vault, 'server'], 'http://ca.test.gov.vn')),
      where: 'platform: spec.vault.server',
      got: 'http://ca.test.gov.vn',
    }),
    'no path': () => ({
      ...given(change('ClusterIssuer', [...vault, 'path'], undefined)),
      where: 'platform: spec.vault.path',
      got: 'not set',
    }),
    'no account': () => ({
      ...given(change('ClusterIssuer', [...vault, 'auth', 'kubernetes', 'serviceAccountRef'], undefined)),
      where: 'platform: spec.vault.auth.kubernetes.serviceAccountRef',
      got: 'not set',
    }),
    'no role of the authority': () => ({
      ...given(change('ClusterIssuer', [...vault, 'auth', 'kubernetes', 'role'], undefined)),
      where: 'platform: spec.vault.auth.kubernetes.role',
      got: 'not set',
    }),
    'an account that is gone': () => ({
      ...given(drop('ServiceAccount')),
      where: 'platform: ServiceAccount',
      got: `no ${NAME}`,
    }),
    'a right that is gone': () => ({ ...given(drop('Role')), ...token }),
    'a binding that is gone': () => ({ ...given(drop('RoleBinding')), ...token }),
    'a right to the tokens of every account': () => ({
      ...given(change('Role', ['rules', 0, 'resourceNames'], undefined)),
      ...token,
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...given(), subject: 'cluster/other' }) },
});
