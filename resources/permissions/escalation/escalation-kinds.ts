import type { EscalationKind } from './escalation-kind';
import { impersonationKinds } from './impersonation-kinds';

const PRACTICES = 'RBAC Good Practices';
const RBAC = 'Using RBAC Authorization';
const ROLES = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const WRITE = ['create', 'patch', 'update'];
const CHANGE = ['patch', 'update'];
const CLIENT_SIGNER = ['kubernetes.io/kube-apiserver-client', 'kubernetes.io/*'];
const workloads = [
  'pods',
  'replicationcontrollers',
  'daemonsets.apps',
  'deployments.apps',
  'replicasets.apps',
  'statefulsets.apps',
  'cronjobs.batch',
  'jobs.batch',
];

/** Every kind of step, by its id. Where several kinds lead to the same, the first of the table is told. */
export const escalationKinds = {
  'hold-everything': {
    source: `${RBAC}, "User-facing roles" (cluster-admin)`,
    text: { vi: 'có mọi quyền trên mọi đối tượng', en: 'holds every right on everything' },
    needs: [{ verbs: ['*'], on: ['*.*'] }],
    isClusterWide: true,
    leads: 'everything',
  },
  'bind-cluster-roles': {
    source: `${PRACTICES}, "Bind verb"; ${RBAC}, "Restrictions on role binding creation or update"`,
    text: {
      vi: 'gán được vai trò có nhiều quyền hơn mình cho chính mình, trong cả cụm',
      en: 'binds roles with more rights than its own to itself, in the whole cluster',
    },
    needs: [
      { verbs: ['bind'], on: [`clusterroles.${ROLES}`] },
      { verbs: WRITE, on: [`clusterrolebindings.${ROLES}`] },
    ],
    target: 0,
    isClusterWide: true,
    leads: 'roles',
  },
  'bind-roles': {
    source: `${PRACTICES}, "Bind verb"; ${RBAC}, "Restrictions on role binding creation or update"`,
    text: {
      vi: 'gán được vai trò có nhiều quyền hơn mình cho chính mình, trong không gian tên',
      en: 'binds roles with more rights than its own to itself, in the namespace',
    },
    needs: [
      { verbs: ['bind'], on: [`clusterroles.${ROLES}`, `roles.${ROLES}`] },
      { verbs: WRITE, on: [`rolebindings.${ROLES}`] },
    ],
    target: 0,
    leads: 'roles',
  },
  'escalate-roles': {
    source: `${PRACTICES}, "Escalate verb"; ${RBAC}, "Restrictions on role creation or update"`,
    text: {
      vi: 'ghi được vào vai trò những quyền mà mình không có',
      en: 'writes rights that it lacks into roles',
    },
    needs: [
      { verbs: ['escalate'], on: [`clusterroles.${ROLES}`, `roles.${ROLES}`] },
      { verbs: CHANGE, on: [`clusterroles.${ROLES}`, `roles.${ROLES}`] },
    ],
    target: 0,
    leads: 'rewrite',
  },
  'rewritten-role': {
    source: `${PRACTICES}, "Escalate verb"`,
    text: {
      vi: 'đang được gán chính vai trò mà mình sửa được, nên có mọi quyền ở nơi nó được gán',
      en: 'is bound to the very role that it rewrites, so holds everything where that is bound',
    },
    needs: [],
  },
  ...impersonationKinds,
  'create-tokens': {
    source: `${PRACTICES}, "Token request" (TokenRequest)`,
    text: { vi: 'cấp được mã truy cập của tài khoản dịch vụ', en: 'makes tokens of service accounts' },
    needs: [{ verbs: ['create'], on: ['serviceaccounts/token'] }],
    target: 0,
    leads: 'accounts',
  },
  'create-token-secrets': {
    source:
      'Managing Service Accounts, "Create additional API tokens" (Secret type kubernetes.io/service-account-token)',
    text: {
      vi: 'tạo được bí mật chứa mã truy cập vô thời hạn của tài khoản dịch vụ bất kỳ trong không gian tên, rồi đọc nó',
      en: 'makes a secret that holds a lasting token of any service account of the namespace, and reads it',
    },
    needs: [
      { verbs: ['create'], on: ['secrets'] },
      { verbs: ['get', 'list', 'watch'], on: ['secrets'] },
    ],
    leads: 'accounts',
  },
  'create-workloads': {
    source: `${PRACTICES}, "Workload creation" (PodSpec serviceAccountName)`,
    text: {
      vi: 'chạy được mã với mọi tài khoản dịch vụ, bí mật và ổ đĩa của không gian tên',
      en: 'runs code with every service account, secret and volume of the namespace',
    },
    needs: [{ verbs: ['create'], on: workloads }],
    leads: 'code',
  },
  'change-workloads': {
    source: `${PRACTICES}, "Workload creation" (PodTemplateSpec)`,
    text: {
      vi: 'thay được mã và tài khoản của tải đang chạy trong không gian tên, nếu có tải nào',
      en: 'changes the code and account of what runs in the namespace, if anything does',
    },
    needs: [{ verbs: CHANGE, on: workloads }],
    leads: 'code',
  },
  'enter-pods': {
    source:
      'Kubernetes API, Pod subresources exec and attach (PodExecOptions); Authorization, "Determine the request verb"',
    text: { vi: 'mở được dòng lệnh trong các pod đang chạy', en: 'opens a shell in running pods' },
    // API servers before 1.35 asked for no more than `get` of those who came by a web socket.
    needs: [{ verbs: ['create', 'get'], on: ['pods/attach', 'pods/exec'] }],
    leads: 'code',
  },
  'add-containers': {
    source: 'Ephemeral Containers, "What is an ephemeral container?" (Pod subresource ephemeralcontainers)',
    text: { vi: 'thêm được bộ chứa vào các pod đang chạy', en: 'adds containers to running pods' },
    needs: [{ verbs: CHANGE, on: ['pods/ephemeralcontainers'] }],
    leads: 'code',
  },
  'read-secrets': {
    source: `${PRACTICES}, "Listing secrets"`,
    text: {
      vi: 'đọc được nội dung bí mật: mật khẩu, khóa, chứng thư, và mã truy cập nếu có bí mật giữ nó',
      en: 'reads what secrets hold: passwords, keys, certificates, and tokens where a secret holds one',
    },
    needs: [{ verbs: ['get', 'list', 'watch'], on: ['secrets'] }],
    leads: 'secrets',
  },
  'approve-certificates': {
    source: `${PRACTICES}, "CSRs and certificate issuing" (CertificateSigningRequest spec.signerName)`,
    text: {
      vi: 'tự duyệt được chứng thư khách mang tên bất kỳ, kể cả tên của thành phần hệ thống',
      en: 'approves its own client certificate with any name, those of system components too',
    },
    needs: [
      { verbs: ['create'], on: ['certificatesigningrequests.certificates.k8s.io'] },
      { verbs: CHANGE, on: ['certificatesigningrequests/approval.certificates.k8s.io'] },
      { verbs: ['approve'], on: ['signers.certificates.k8s.io'], names: CLIENT_SIGNER },
    ],
    isClusterWide: true,
    leads: 'everything',
  },
  'sign-certificates': {
    source: 'Certificates and Certificate Signing Requests, "Authorization" (verb sign)',
    text: {
      vi: 'ký được chứng thư khách, nếu giữ khóa của nơi cấp',
      en: 'signs client certificates, if it holds the key of their authority',
    },
    needs: [
      { verbs: CHANGE, on: ['certificatesigningrequests/status.certificates.k8s.io'] },
      { verbs: ['sign'], on: ['signers.certificates.k8s.io'], names: CLIENT_SIGNER },
    ],
    isClusterWide: true,
    leads: 'everything',
  },
  'call-kubelets': {
    source: `${PRACTICES}, "Access to proxy subresource of Nodes"`,
    text: {
      vi: 'ra lệnh cho mọi kubelet, chạy lệnh trong mọi pod, không qua nhật ký và kiểm soát tiếp nhận',
      en: 'commands kubelets and runs commands in every pod, past audit log and admission',
    },
    needs: [{ verbs: ['create', 'get', 'patch', 'update'], on: ['nodes/proxy'] }],
    isClusterWide: true,
    leads: 'kubelet',
  },
  'write-mutation': {
    source: `${PRACTICES}, "Control admission webhooks"; Mutating Admission Policy`,
    text: {
      vi: 'đọc và sửa được mọi đối tượng được gửi tới máy chủ API',
      en: 'reads and alters every object that the API server gets',
    },
    needs: [
      {
        verbs: WRITE,
        on: ['mutatingadmissionpolicies', 'mutatingadmissionpolicybindings', 'mutatingwebhookconfigurations'].map(
          (one) => `${one}.${ADMISSION}`,
        ),
      },
    ],
    isClusterWide: true,
    leads: 'everything',
  },
  'write-validation': {
    source: `${PRACTICES}, "Control admission webhooks"`,
    text: {
      vi: 'đọc được mọi đối tượng được gửi tới máy chủ API, kể cả bí mật',
      en: 'reads every object that the API server gets, secrets too',
    },
    needs: [{ verbs: WRITE, on: [`validatingwebhookconfigurations.${ADMISSION}`] }],
    isClusterWide: true,
    leads: 'secrets',
  },
  'write-guards': {
    source: 'Validating Admission Policy, "What Resources Make a Policy"',
    text: { vi: 'tắt được các quy tắc tiếp nhận', en: 'switches admission policies off' },
    needs: [
      {
        verbs: [...WRITE, 'delete', 'deletecollection'],
        on: ['validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'validatingwebhookconfigurations'].map(
          (one) => `${one}.${ADMISSION}`,
        ),
      },
    ],
    isClusterWide: true,
    leads: 'guards',
  },
  'change-nodes': {
    source: 'Assigning Pods to Nodes, "Node isolation/restriction"; Taints and Tolerations',
    text: {
      vi: 'đổi được nhãn và dấu của máy, nên pod có thể rời khỏi máy dành riêng cho nó',
      en: 'changes labels and taints of nodes, so pods may leave the hosts that are set apart for them',
    },
    needs: [{ verbs: CHANGE, on: ['nodes'] }],
    isClusterWide: true,
    leads: 'guards',
  },
  'label-namespaces': {
    source: `${PRACTICES}, "Namespace modification" (label pod-security.kubernetes.io/enforce)`,
    text: {
      vi: 'đổi được nhãn của không gian tên, mà mức an toàn pod và các chính sách dựa vào',
      en: 'changes labels of namespaces, on which pod security and policies rest',
    },
    needs: [{ verbs: CHANGE, on: ['namespaces'] }],
    leads: 'labels',
  },
  'write-volumes': {
    source: `${PRACTICES}, "Persistent volume creation" (PersistentVolume spec.hostPath)`,
    text: { vi: 'tạo được ổ đĩa là thư mục của máy', en: 'makes volumes of folders of nodes' },
    needs: [{ verbs: ['create'], on: ['persistentvolumes'] }],
    isClusterWide: true,
    leads: 'volumes',
  },
  'write-machines': {
    source: 'Cluster API, Kubeadm bootstrap provider (KubeadmConfig spec.preKubeadmCommands)',
    text: {
      vi: 'quyết định máy của các cụm chạy gì khi khởi động, với quyền cao nhất',
      en: 'decides what machines of clusters run when they start, as root',
    },
    needs: [
      {
        verbs: WRITE,
        on: [
          'kubeadmconfigs.bootstrap.cluster.x-k8s.io',
          'kubeadmconfigtemplates.bootstrap.cluster.x-k8s.io',
          'kubeadmcontrolplanes.controlplane.cluster.x-k8s.io',
          'kubeadmcontrolplanetemplates.controlplane.cluster.x-k8s.io',
        ],
      },
    ],
    leads: 'node',
  },
  'write-deliveries': {
    source:
      'Flux, Kustomization and HelmRelease (spec.serviceAccountName, "Role-based access control"); Argo CD, Security ' +
      '(Application spec.project)',
    text: {
      vi: 'để bộ triển khai áp dụng thay mình, với quyền của bộ triển khai nếu nó không buộc tài khoản khác',
      en: 'has the delivery engine apply things, with the engine’s own rights unless it is told to take lesser ones',
    },
    needs: [
      {
        verbs: WRITE,
        on: [
          'helmreleases.helm.toolkit.fluxcd.io',
          'kustomizations.kustomize.toolkit.fluxcd.io',
          'applications.argoproj.io',
          'applicationsets.argoproj.io',
        ],
      },
    ],
    leads: 'everything',
  },
  'accounts-of-namespace': {
    source: `${PRACTICES}, "Workload creation" (PodSpec serviceAccountName)`,
    text: {
      vi: 'gọi máy chủ API bằng tài khoản dịch vụ của không gian tên',
      en: 'calls the API server as a service account of the namespace',
    },
    needs: [],
  },
  'system-namespace': {
    source: `${RBAC}, "Controller roles" (kube-controller-manager --use-service-account-credentials)`,
    text: {
      vi: 'dùng được tài khoản của các bộ điều khiển trong kube-system, vốn ghi được mọi vai trò',
      en: 'uses the accounts of controllers in kube-system, of which one writes any role',
    },
    needs: [],
  },
  'privileged-namespace': {
    source: 'Pod Security Standards, "Privileged" (label pod-security.kubernetes.io/enforce)',
    text: {
      vi: 'chạy được pod đặc quyền, vì không gian tên cho phép',
      en: 'runs privileged pods, which the namespace allows',
    },
    needs: [],
  },
  'relabelled-namespace': {
    source: `${PRACTICES}, "Namespace modification"`,
    text: {
      vi: 'hạ mức an toàn pod của không gian tên nơi mình chạy được mã, rồi chạy pod đặc quyền',
      en: 'lowers the pod security of a namespace in which it runs code, then runs privileged pods',
    },
    needs: [],
  },
  'host-volumes': {
    source: `${PRACTICES}, "Persistent volume creation"`,
    text: { vi: 'gắn thư mục của máy vào pod của mình', en: 'mounts folders of nodes in its pods' },
    needs: [],
  },
  'tokens-in-secrets': {
    source: 'Secrets, "ServiceAccount token Secrets" (annotation kubernetes.io/service-account.name)',
    text: { vi: 'lấy mã truy cập từ bí mật giữ nó', en: 'takes a token from the secret that holds it' },
    needs: [],
  },
  'accounts-on-node': {
    source: `${PRACTICES}, "Minimize distribution of privileged tokens" (DaemonSet)`,
    text: {
      vi: 'lấy mã truy cập của pod chạy trên mọi máy',
      en: 'takes the tokens of pods that run on every node',
    },
    needs: [],
  },
  'member-of-masters': {
    source: `${PRACTICES}, "Least privilege" (system:masters)`,
    text: { vi: 'thuộc nhóm không bị kiểm tra quyền nào', en: 'is of the group that passes every check' },
    needs: [],
  },
} as const satisfies Readonly<Record<string, EscalationKind>>;

/** The id of a kind of step. */
export type EscalationId = keyof typeof escalationKinds;

/** A kind of step by its id. */
export function escalationKind(id: EscalationId): EscalationKind {
  return escalationKinds[id];
}

/** The ids of all kinds, in the order of the table. */
export const escalationIds = Object.keys(escalationKinds) as readonly EscalationId[];
