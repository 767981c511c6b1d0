import { annotations, gitopsName } from '../../../model/naming';
import type { JsonObject, Resource } from '../../../resources/resource';
import { engineNamespace, ownLabels } from '../bootstrap/engine-namespace';
import { engineNetwork } from '../bootstrap/engine-network';
import { defineGitopsEngine, engineFolder, type EngineInput, type GuideStep } from '../define-engine';
import { isKept } from '../kept-kinds';
import type { PulledPart, PulledWave } from '../pulled-cluster';
import { pathInRepository, revisionOf, type Repository } from '../repository';
import { apiGroupOf } from '../rights/resource-name';

const NAMESPACE = 'argocd';

/** The cluster that Argo CD runs in: each cluster pulls for itself, none is reached from another. */
const OWN_CLUSTER = 'https://kubernetes.default.svc';

/** Where a part without namespaces says that it belongs; it writes nothing there. */
const NO_NAMESPACE = 'default';

/**
 * Argo CD tells no health of an Application unless it is taught to; without it a wave would not wait for the one
 * before. An Application is as healthy as what it brought, and on its way until that is known.
 */
const APPLICATION_HEALTH = `local known = obj.status and obj.status.health
if known == nil or known.status == nil then
  return { status = "Progressing", message = "not judged yet" }
end
return { status = known.status, message = known.message or "" }
`;

/** Argo CD v3: a project for each wave that names repository, namespaces and kinds, and an Application for each part. */
export default defineGitopsEngine({
  title: 'Argo CD',
  bootstrap: ({ cluster, repository }) => [
    { name: 'namespaces.yaml', objects: [engineNamespace(NAMESPACE)] },
    { name: 'network.yaml', objects: [engineNetwork(NAMESPACE, repository)] },
    { name: 'settings.yaml', objects: [settings()] },
    {
      name: 'projects.yaml',
      objects: [
        rootProject({ cluster, repository }),
        ...cluster.waves.map((wave) => project(wave, { cluster, repository })),
      ],
    },
    { name: 'root.yaml', objects: [root({ cluster, repository })] },
  ],
  objects: ({ cluster, repository }) =>
    cluster.waves.flatMap(({ parts }) =>
      parts.map((part) => ({ name: `${part.name}.yaml`, objects: [application(part, repository)] })),
    ),
  guide: ({ repository }) => [
    install(),
    credential(repository),
    {
      does: {
        en: 'give Argo CD its projects and its root; the rest it brings itself',
        vi: 'trao cho Argo CD các dự án và gốc; phần còn lại Argo CD tự kéo về',
      },
      commands: ['kubectl --context "$CLUSTER" apply --server-side -k "clusters/$CLUSTER/bootstrap"'],
    },
    {
      does: { en: 'watch it', vi: 'theo dõi' },
      commands: [`kubectl --context "$CLUSTER" --namespace ${NAMESPACE} get applications --watch`],
    },
  ],
});

function metadata(name: string, annotated: JsonObject = {}): JsonObject {
  const base = { name, namespace: NAMESPACE, labels: ownLabels };
  return Object.keys(annotated).length === 0 ? base : { ...base, annotations: annotated };
}

/** Applied on the server, it joins the settings that are there. */
function settings(): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'argocd-cm', namespace: NAMESPACE },
    data: { 'resource.customizations.health.argoproj.io_Application': APPLICATION_HEALTH },
  };
}

function rootProject({ cluster, repository }: EngineInput): JsonObject {
  return appProject(gitopsName(), {
    description: `What ${cluster.id} pulls: its Applications alone`,
    sourceRepos: [repository.url],
    destinations: [{ server: OWN_CLUSTER, namespace: NAMESPACE }],
    clusterResourceWhitelist: [],
    namespaceResourceWhitelist: [{ group: 'argoproj.io', kind: 'Application' }],
  });
}

function project({ name, parts }: PulledWave, { cluster, repository }: EngineInput): JsonObject {
  const resources = parts.flatMap((part) => part.resources);
  const inside = resources.filter(({ namespace }) => namespace !== undefined);
  const outside = resources.filter(({ namespace }) => namespace === undefined);
  const namespaces = distinct(parts.map(homeOf).concat(inside.map(({ namespace }) => namespace ?? '')));
  return appProject(gitopsName(name), {
    description: `What ${cluster.id} pulls in the wave ${name}`,
    sourceRepos: [repository.url],
    destinations: namespaces.map((namespace) => ({ server: OWN_CLUSTER, namespace })),
    clusterResourceWhitelist: kindsOf(outside),
    // An empty list of allowed kinds would allow all of them.
    ...(inside.length === 0
      ? { namespaceResourceBlacklist: [{ group: '*', kind: '*' }] }
      : { namespaceResourceWhitelist: kindsOf(inside) }),
  });
}

function appProject(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: metadata(name), spec };
}

function root({ cluster, repository }: EngineInput): JsonObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: metadata(gitopsName()),
    spec: {
      project: gitopsName(),
      source: {
        repoURL: repository.url,
        targetRevision: revisionOf(repository),
        path: pathInRepository(repository, engineFolder(cluster)),
      },
      destination: { server: OWN_CLUSTER, namespace: NAMESPACE },
      syncPolicy: syncPolicy(),
    },
  };
}

function application(part: PulledPart, repository: Repository): JsonObject {
  const patches = keepPatches(part.resources);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: metadata(part.name, {
      [annotations.step]: part.step,
      'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
      'argocd.argoproj.io/sync-wave': String(part.rank),
    }),
    spec: {
      project: gitopsName(part.wave),
      source: {
        repoURL: repository.url,
        targetRevision: revisionOf(repository, part.wave),
        path: pathInRepository(repository, part.folder),
        ...(patches.length === 0 ? {} : { kustomize: { patches } }),
      },
      destination: { server: OWN_CLUSTER, namespace: homeOf(part) },
      syncPolicy: syncPolicy(),
    },
  };
}

/** The first namespace of a part: Argo CD asks for one that the project allows, each object still says its own. */
function homeOf({ resources }: PulledPart): string {
  return distinct(resources.flatMap(({ namespace }) => namespace ?? []))[0] ?? NO_NAMESPACE;
}

/**
 * Nothing is pruned: what the tree no longer has is shown as out of sync, and `ndc retire` deletes it. An Application
 * has no finalizer, so deleting it leaves what it brought.
 */
function syncPolicy(): JsonObject {
  return {
    automated: { prune: false, selfHeal: true, allowEmpty: false },
    syncOptions: [
      'ApplyOutOfSyncOnly=true',
      'CreateNamespace=false',
      'FailOnSharedResource=true',
      'PrunePropagationPolicy=orphan',
      'ServerSideApply=true',
    ],
    retry: { limit: -1, backoff: { duration: '30s', factor: 2, maxDuration: '5m' } },
  };
}

/** Marks what holds data or machines, so that a person's prune or cascading deletion passes it by. */
function keepPatches(resources: readonly Resource[]): readonly JsonObject[] {
  const kept = kindsOf(resources.filter(({ apiVersion, kind }) => isKept(apiGroupOf(apiVersion), kind)));
  return kept.map(({ group, kind }) => ({
    target: group === '' ? { kind, version: 'v1' } : { group, kind },
    patch: JSON.stringify({
      apiVersion: group === '' ? 'v1' : `${group}/v1`,
      kind,
      metadata: { name: 'any', annotations: { 'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false' } },
    }),
  }));
}

type GroupKind = { readonly group: string; readonly kind: string };

function kindsOf(resources: readonly Resource[]): readonly GroupKind[] {
  const keys = distinct(resources.map(({ apiVersion, kind }) => `${apiGroupOf(apiVersion)}/${kind}`));
  return keys.map((key) => ({ group: key.slice(0, key.indexOf('/')), kind: key.slice(key.indexOf('/') + 1) }));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

function install(): GuideStep {
  return {
    does: {
      en: 'install Argo CD v3.1 into the namespace argocd, from your mirror of its manifests with images of the nation; the first command makes the namespace',
      vi: 'cài Argo CD v3.1 vào không gian tên argocd từ bản sao nội bộ với ảnh của quốc gia; lệnh đầu tạo không gian tên',
    },
    commands: [
      'kubectl --context "$CLUSTER" apply --server-side -f "clusters/$CLUSTER/bootstrap/namespaces.yaml"',
      `kubectl --context "$CLUSTER" --namespace ${NAMESPACE} apply --server-side -k argo-cd/manifests/cluster-install`,
    ],
  };
}

function credential({ url, kind }: Repository): GuideStep {
  const files =
    kind === 'git' && url.startsWith('ssh:')
      ? '--from-file sshPrivateKey=./identity'
      : '--from-file username=./username --from-file password=./password';
  const secret = `kubectl --context "$CLUSTER" --namespace ${NAMESPACE}`;
  return {
    does: {
      en: 'give the cluster its own credential for reading, from files that you delete afterwards; a new SSH host also needs its key in the ConfigMap argocd-ssh-known-hosts-cm',
      vi: 'trao cho cụm chứng thực chỉ đọc của riêng nó, từ tệp được xóa ngay sau đó; máy chủ SSH mới cần khóa trong argocd-ssh-known-hosts-cm',
    },
    commands: [
      `${secret} create secret generic gitops-source --from-literal type=${kind} --from-literal url=${url} ${files}`,
      `${secret} label secret gitops-source argocd.argoproj.io/secret-type=repository`,
    ],
  };
}
