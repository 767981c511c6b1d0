import { annotations, gitopsName, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import type { JsonObject } from '../../../resources/resource';
import { engineNamespace, ownLabels } from '../bootstrap/engine-namespace';
import { engineNetwork } from '../bootstrap/engine-network';
import { defineGitopsEngine, engineFolder, type EngineInput, type GuideStep } from '../define-engine';
import type { PulledPart, PulledWave } from '../pulled-cluster';
import { pathInRepository, revisionOf, type Repository } from '../repository';
import { applierRules, type ApplierRule } from '../rights/applier-rules';
import { apiGroupOf } from '../rights/resource-name';

/** Where Flux itself runs. Its own accounts may do all, so what the tree brings stands in another namespace. */
const CONTROLLERS = 'flux-system';

/** Where the objects of Flux and the accounts that it acts as stand. */
const NAMESPACE = platformNamespaceName('gitops');

/** The secret with which clusters read the repository; a person makes it, and it never stands in Git. */
const CREDENTIAL = 'gitops-source';

const SOURCE_INTERVAL = '5m';
const INTERVAL = '10m';
const RETRY_INTERVAL = '1m';
const TIMEOUT = '5m';

/** Machines take long to start; until they have, their part isn't ready. */
const SLOW_TIMEOUT = '1h';
const slowGroups: ReadonlySet<string> = new Set([
  'cluster.x-k8s.io',
  'controlplane.cluster.x-k8s.io',
  'infrastructure.cluster.x-k8s.io',
  'metal3.io',
]);

/** Flux v2: a source and a Kustomization for each part, each wave applied as an account of its own that can't delete. */
export default defineGitopsEngine({
  title: 'Flux',
  bootstrap: ({ cluster, repository }) => [
    { name: 'namespaces.yaml', objects: [engineNamespace(CONTROLLERS), engineNamespace(NAMESPACE)] },
    { name: 'network.yaml', objects: [engineNetwork(CONTROLLERS, repository)] },
    { name: 'rights.yaml', objects: [...rootRights(repository), ...cluster.waves.flatMap(waveRights)] },
    { name: 'root.yaml', objects: [rootSource({ cluster, repository }), root({ cluster, repository })] },
  ],
  objects: ({ cluster, repository }) => [
    ...(repository.promotion === 'together'
      ? []
      : cluster.waves.map((wave) => ({
          name: `source-${wave.name}.yaml`,
          objects: [source(repository, gitopsName(wave.name), { wave: wave.name, folder: wave.folder })],
        }))),
    ...cluster.waves.flatMap(({ parts }) =>
      parts.map((part) => ({ name: `${part.name}.yaml`, objects: [kustomization(part, repository)] })),
    ),
  ],
  guide: ({ repository, imageRegistry }) => [
    install(imageRegistry),
    credential(repository),
    {
      does: {
        en: 'give Flux its source, its rights and its root; the rest it brings itself',
        vi: 'trao cho Flux nguồn, quyền và gốc; phần còn lại Flux tự kéo về',
      },
      commands: ['kubectl --context "$CLUSTER" apply --server-side -k "clusters/$CLUSTER/bootstrap"'],
    },
    {
      does: { en: 'watch it', vi: 'theo dõi' },
      commands: [`flux get kustomizations --context "$CLUSTER" --namespace ${NAMESPACE} --watch`],
    },
  ],
});

function metadata(name: string, more: JsonObject = {}): JsonObject {
  return { name, namespace: NAMESPACE, labels: ownLabels, ...more };
}

function rootSource({ cluster, repository }: EngineInput): JsonObject {
  const folder = repository.promotion === 'together' ? cluster.folder : engineFolder(cluster);
  return source(repository, gitopsName(), { folder });
}

/** Fetches one folder alone, so that no cluster holds what belongs to another. */
function source(repository: Repository, name: string, of: { wave?: string; folder: string }): JsonObject {
  const { kind, url } = repository;
  const revision = revisionOf(repository, of.wave);
  const folder = pathInRepository(repository, of.folder);
  const base = { interval: SOURCE_INTERVAL, url, secretRef: { name: CREDENTIAL } };
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: sourceKind(repository),
    metadata: metadata(name),
    spec:
      kind === 'git'
        ? { ...base, ref: { branch: revision }, sparseCheckout: [folder] }
        : { ...base, ref: { tag: revision }, ignore: ignoreAllBut(folder) },
  };
}

function sourceKind({ kind }: Repository): string {
  return kind === 'git' ? 'GitRepository' : 'OCIRepository';
}

/** Patterns that leave out whatever isn't on the way to a folder or in it. */
function ignoreAllBut(folder: string): string {
  const steps = folder.split('/');
  const lines = steps.flatMap((step, index) => {
    const before = steps
      .slice(0, index)
      .map((one) => `/${one}`)
      .join('');
    return [`${before}/*`, `!${before}/${step}`];
  });
  return `${lines.join('\n')}\n`;
}

function root({ cluster, repository }: EngineInput): JsonObject {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: metadata(gitopsName()),
    spec: {
      ...applied(repository, engineFolder(cluster)),
      serviceAccountName: gitopsName(),
      sourceRef: { kind: sourceKind(repository), name: gitopsName() },
      timeout: TIMEOUT,
      wait: false,
    },
  };
}

function kustomization(part: PulledPart, repository: Repository): JsonObject {
  const { name, step, wave, folder, after } = part;
  const sourceName = gitopsName(repository.promotion === 'together' ? undefined : wave);
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: metadata(name, { annotations: { [annotations.step]: step } }),
    spec: {
      ...(after.length === 0 ? {} : { dependsOn: after.map((one) => ({ name: one })) }),
      ...applied(repository, folder),
      serviceAccountName: gitopsName(wave),
      sourceRef: { kind: sourceKind(repository), name: sourceName },
      timeout: part.resources.some(({ apiVersion }) => slowGroups.has(apiGroupOf(apiVersion))) ? SLOW_TIMEOUT : TIMEOUT,
      wait: true,
    },
  };
}

/** What holds for every folder: nothing is deleted, neither what the tree no longer has nor what a deleted part brought. */
function applied(repository: Repository, folder: string): JsonObject {
  return {
    path: `./${pathInRepository(repository, folder)}`,
    interval: INTERVAL,
    retryInterval: RETRY_INTERVAL,
    prune: false,
    deletionPolicy: 'Orphan',
    force: false,
  };
}

/** The root writes sources and parts in its own namespace, and nothing else anywhere. */
function rootRights(repository: Repository): readonly JsonObject[] {
  const name = gitopsName();
  const verbs = ['create', 'get', 'list', 'patch', 'watch'];
  return [
    account(name),
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: metadata(name),
      rules: [
        { apiGroups: ['kustomize.toolkit.fluxcd.io'], resources: ['kustomizations'], verbs },
        {
          apiGroups: ['source.toolkit.fluxcd.io'],
          resources: [repository.kind === 'git' ? 'gitrepositories' : 'ocirepositories'],
          verbs,
        },
      ],
    },
    binding('Role', name),
  ];
}

function waveRights({ name: wave, parts }: PulledWave): readonly JsonObject[] {
  const name = gitopsName(wave);
  return [
    account(name),
    clusterRole(name, applierRules(parts.flatMap(({ resources }) => resources))),
    binding('ClusterRole', name),
  ];
}

function account(name: string): JsonObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(name), automountServiceAccountToken: false };
}

function clusterRole(name: string, rules: readonly ApplierRule[]): JsonObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels: ownLabels },
    rules,
  };
}

function binding(kind: 'Role' | 'ClusterRole', name: string): JsonObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: `${kind}Binding`,
    metadata: kind === 'Role' ? metadata(name) : { name, labels: ownLabels },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
    subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
  };
}

/**
 * What Flux is started with beside its own settings: shut for whatever doesn't name an account of the namespace, and
 * taking over the fields of whoever brought an object before (a deploy, Terraform), so that none is owned twice.
 */
const SETTINGS = [
  '--no-cross-namespace-refs=true',
  '--no-remote-bases=true',
  '--default-service-account=default',
  `--override-manager=${MANAGED_BY}`,
  '--override-manager=HashiCorp',
] as const;

function install(imageRegistry: string): GuideStep {
  const patch = SETTINGS.map((value) => ({ op: 'add', path: '/spec/template/spec/containers/0/args/-', value }));
  return {
    does: {
      en: 'install Flux from the images of the nation, and let it act only as the accounts of the tree',
      vi: 'cài Flux từ kho ảnh quốc gia, và chỉ cho hành động bằng tài khoản của cây này',
    },
    commands: [
      'kubectl --context "$CLUSTER" apply --server-side -f "clusters/$CLUSTER/bootstrap/namespaces.yaml"',
      `flux install --context "$CLUSTER" --components source-controller,kustomize-controller --registry ${imageRegistry}/fluxcd --network-policy=false`,
      `kubectl --context "$CLUSTER" --namespace ${CONTROLLERS} patch deployment kustomize-controller --type json --patch '${JSON.stringify(patch)}'`,
    ],
  };
}

function credential({ url, kind }: Repository): GuideStep {
  const files =
    kind === 'oci'
      ? '--type kubernetes.io/dockerconfigjson --from-file .dockerconfigjson=./config.json'
      : url.startsWith('ssh:')
        ? '--from-file identity=./identity --from-file known_hosts=./known_hosts'
        : '--from-file username=./username --from-file password=./password';
  return {
    does: {
      en: 'give the cluster its own credential for reading, from files that you delete afterwards',
      vi: 'trao cho cụm chứng thực chỉ đọc của riêng nó, từ tệp được xóa ngay sau đó',
    },
    commands: [`kubectl --context "$CLUSTER" --namespace ${NAMESPACE} create secret generic ${CREDENTIAL} ${files}`],
  };
}
