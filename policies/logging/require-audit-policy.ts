import type { JsonObject } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { tryApiServerFlag, tryControlPlane } from '../identity/control-plane/control-plane-of';
import { clusterSubjects } from '../subjects';
import { configuredFile } from './api-server/configured-file';
import { auditedLevels, type AuditedRequest } from './audit/audit-levels';

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'] as const;

/** Kinds whose writes must leave a trace; the last stands for all that no rule names. */
const TRACED = [
  { group: '', resource: 'pods' },
  { group: '', resource: 'namespaces' },
  { group: 'rbac.authorization.k8s.io', resource: 'clusterrolebindings' },
  { group: 'networking.k8s.io', resource: 'networkpolicies' },
  { group: 'admissionregistration.k8s.io', resource: 'validatingadmissionpolicies' },
  { group: 'any.example', resource: 'anything' },
] as const;

/** Kinds whose content must never be in a log. */
const CONCEALED = [{ group: '', resource: 'secrets' }] as const;

export default definePolicy({
  title: {
    vi: 'Máy chủ API của mỗi cụm ghi mọi thao tác thay đổi, và ghi truy cập bí mật mà không ghi nội dung',
    en: 'The API server of each cluster records every write, and access to secrets without their content',
  },
  force: 'block',
  controls: [
    'tcvn-14423-3.8.2.1a-types',
    'tcvn-14423-5.8.2.1a-types',
    'tcvn-14423-6.8.2.1a-types',
    'tcvn-14423-5.8.2.1a-fields',
    'd165-audit',
    'd330-34.1c',
  ],
  why: {
    vi: 'Không có nhật ký thì không biết ai đã đổi quyền; ghi cả nội dung bí mật thì nhật ký thành nơi rò rỉ.',
    en: 'Without a trail nobody knows who changed access; with secrets in it, the trail itself leaks.',
  },
  fix: {
    vi: 'Sinh lại chính sách kiểm toán: bí mật ở mức Metadata, quy tắc cuối bắt mọi thao tác.',
    en: 'Synthesize the audit policy: secrets at Metadata, and a last rule that takes everything.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const file = configuredFile(view, cluster, { flag: 'audit-policy-file', kind: 'Policy' });
    if (!file.found) return file.judgement;
    const plane = tryControlPlane(view, cluster);
    if (plane === undefined || tryApiServerFlag(plane, 'audit-log-path') === undefined) {
      return fail('--audit-log-path', 'not given', 'a file that the log agent reads');
    }
    const traced = TRACED.flatMap((kind) => WRITES.map((verb) => ({ ...kind, verb })));
    const concealed = CONCEALED.flatMap((kind) =>
      [...WRITES, 'get', 'list', 'watch'].map((verb) => ({ ...kind, verb })),
    );
    return (
      judge(file.value, traced, (level) => (level === 'None' ? 'Metadata or more' : undefined)) ??
      judge(file.value, concealed, (level) => (level === 'Metadata' ? undefined : 'Metadata')) ??
      pass
    );
  },
});

/** The first request that is recorded otherwise than it must be. */
function judge(
  policy: JsonObject,
  requests: readonly AuditedRequest[],
  wanted: (level: string) => string | undefined,
): Judgement | undefined {
  for (const request of requests) {
    for (const { where, level } of auditedLevels(policy, request)) {
      const want = wanted(level);
      if (want !== undefined) return fail(where, `${request.verb} ${request.resource}: ${level}`, want);
    }
  }
  return undefined;
}
