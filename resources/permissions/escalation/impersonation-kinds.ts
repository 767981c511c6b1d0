import type { EscalationKind } from './escalation-kind';

/** Since Kubernetes 1.36 it is there unless it is switched off. */
const CONSTRAINED =
  'User Impersonation, "Constrained Impersonation" (verbs impersonate:<mode>, impersonate-on:<mode>:<verb>)';

/**
 * Steps that make one act as another. Constrained impersonation gives the requests alone that both may make; it counts as
 * all that the other may do, which is more and never less.
 */
export const impersonationKinds = {
  'impersonate-users': {
    source: 'RBAC Good Practices, "Impersonate verb"; User Impersonation (header Impersonate-User)',
    text: { vi: 'mạo danh được người dùng', en: 'acts as users' },
    needs: [{ verbs: ['impersonate'], on: ['users'] }],
    target: 0,
    isClusterWide: true,
    leads: 'users',
  },
  'impersonate-groups': {
    source: 'RBAC Good Practices, "Impersonate verb"; User Impersonation (header Impersonate-Group)',
    text: { vi: 'mạo danh được thành viên của nhóm', en: 'acts as a member of groups' },
    needs: [
      { verbs: ['impersonate'], on: ['groups'] },
      { verbs: ['impersonate'], on: ['serviceaccounts', 'users'] },
    ],
    target: 0,
    isClusterWide: true,
    leads: 'groups',
  },
  'impersonate-accounts': {
    source: 'RBAC Good Practices, "Impersonate verb"; User Impersonation (serviceaccounts)',
    text: { vi: 'mạo danh được tài khoản dịch vụ', en: 'acts as service accounts' },
    needs: [{ verbs: ['impersonate'], on: ['serviceaccounts'] }],
    target: 0,
    leads: 'accounts',
  },
  'impersonate-users-in-part': {
    source: CONSTRAINED,
    text: {
      vi: 'mạo danh được người dùng, cho những yêu cầu được phép làm như vậy',
      en: 'acts as users, for the requests that it may make so',
    },
    needs: [
      { verbs: ['impersonate:user-info'], on: ['users.authentication.k8s.io'], isClusterWide: true },
      { verbs: ['impersonate-on:user-info:'], on: [] },
    ],
    target: 0,
    leads: 'users',
  },
  'impersonate-groups-in-part': {
    source: CONSTRAINED,
    text: {
      vi: 'mạo danh được thành viên của nhóm, cho những yêu cầu được phép làm như vậy',
      en: 'acts as a member of groups, for the requests that it may make so',
    },
    needs: [
      { verbs: ['impersonate:user-info'], on: ['groups.authentication.k8s.io'], isClusterWide: true },
      { verbs: ['impersonate:user-info'], on: ['users.authentication.k8s.io'], isClusterWide: true },
      { verbs: ['impersonate-on:user-info:'], on: [] },
    ],
    target: 0,
    leads: 'groups',
  },
  'impersonate-accounts-in-part': {
    source: CONSTRAINED,
    text: {
      vi: 'mạo danh được tài khoản dịch vụ, cho những yêu cầu được phép làm như vậy',
      en: 'acts as service accounts, for the requests that it may make so',
    },
    needs: [
      { verbs: ['impersonate:serviceaccount'], on: ['serviceaccounts.authentication.k8s.io'] },
      { verbs: ['impersonate-on:serviceaccount:'], on: [] },
    ],
    target: 0,
    leads: 'accounts',
  },
  'impersonate-nodes-in-part': {
    source: CONSTRAINED,
    text: {
      vi: 'mạo danh được máy, nên lấy được bí mật và mã truy cập của pod chạy trên đó',
      en: 'acts as nodes, so gets the secrets and tokens of pods that run there',
    },
    needs: [
      {
        verbs: ['impersonate:arbitrary-node', 'impersonate:associated-node'],
        on: ['nodes.authentication.k8s.io'],
        isClusterWide: true,
      },
      { verbs: ['impersonate-on:arbitrary-node:', 'impersonate-on:associated-node:'], on: [] },
    ],
    leads: 'node',
  },
} as const satisfies Readonly<Record<string, EscalationKind>>;
