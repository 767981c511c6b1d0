interface Source {
  readonly id: string;
  readonly module: string;
  readonly version: string;
  /** Folders of the module whose files are read; of OpenAPI documents only the stable versions. */
  readonly folders: readonly string[];
  /** SHA-256 of the schemas that are extracted for validation; anything else is refused. */
  readonly digest: string;
}

/** OpenAPI v3 documents of Kubernetes itself. */
export interface OpenApiSource extends Source {
  readonly form: 'openapi';
}

/** Custom resource definitions of a project: validated against offline, and installed. */
export interface DefinitionSource extends Source {
  readonly form: 'crd';
  /** SHA-256 of the whole definitions that are installed; anything else is refused. */
  readonly definitionsDigest: string;
}

/** Where official schemas come from: files of a pinned release, fetched as a Go module. */
export type SchemaSource = OpenApiSource | DefinitionSource;

/** Every source of schemas, the one list; a changed release needs its new digest here. */
export const schemaSources = [
  {
    id: 'kubernetes',
    module: 'k8s.io/kubernetes',
    version: 'v1.36.3',
    form: 'openapi',
    folders: ['api/openapi-spec/v3'],
    digest: '8855421bc83540ef03b49f23d5fbb6e0c24d6c22a50075f2c3c608d428626878',
  },
  {
    id: 'network-policy-api',
    module: 'sigs.k8s.io/network-policy-api',
    version: 'v0.2.0',
    form: 'crd',
    folders: ['config/crd/standard'],
    digest: 'b5cbf3538083c2ac4587ff815187714908ea099addaf3796c8f1b448cef7ba29',
    definitionsDigest: 'bea84c4ee9489b232ada08b42e04e0cf145771c95d8360963b557cc635b36ab7',
  },
  {
    id: 'cilium',
    module: 'github.com/cilium/cilium',
    version: 'v1.18.2',
    form: 'crd',
    folders: ['pkg/k8s/apis/cilium.io/client/crds/v2', 'pkg/k8s/apis/cilium.io/client/crds/v2alpha1'],
    digest: '1a98dc0d21484576d4192146134a1f827baf6a98977e2792780b6cfb97418172',
    definitionsDigest: '2bc5fa659b1d40b7371b0f7313836691ca288965ad348bdee80a0c81cbf75dc5',
  },
  {
    id: 'cluster-api',
    module: 'sigs.k8s.io/cluster-api',
    version: 'v1.11.2',
    form: 'crd',
    folders: ['config/crd/bases', 'bootstrap/kubeadm/config/crd/bases', 'controlplane/kubeadm/config/crd/bases'],
    digest: 'dcc19d9521894421ec876c2ebbf06cd9a7df8e5e10a79420a31e462fe18a3be1',
    definitionsDigest: 'd8642d54b6652437b9a4d63ec03254ab10070fbaf006d6705d9efa7dc278eed5',
  },
  {
    id: 'velero',
    module: 'github.com/vmware-tanzu/velero',
    version: 'v1.17.0',
    form: 'crd',
    folders: ['config/crd/v1/bases', 'config/crd/v2alpha1/bases'],
    digest: '6bdd4284362b406fb5cbf56a08c393cbcb00423a3c7113fc073130d5ba85e2d1',
    definitionsDigest: 'bef5be2f3f35df187673fe918706ba35d998bf0d8e928f20ce1db3c458caeb2c',
  },
  {
    id: 'cert-manager',
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.19.0',
    form: 'crd',
    folders: ['deploy/crds'],
    digest: '7b1916829a025b30d6832561dd07a6bf28dd7b6baf4f0ca8ed4236c2500c0725',
    definitionsDigest: '1c811b783a3582c251cb0f0856eccd9b6adfd7593833825a6c9b5ff8e450d77d',
  },
  {
    id: 'cloudnative-pg',
    module: 'github.com/cloudnative-pg/cloudnative-pg',
    version: 'v1.27.0',
    form: 'crd',
    folders: ['config/crd/bases'],
    digest: '9b36e16d61dcf6869ec4ca8fc1277ddbd4e7ed1979c47c7dd5aee49ea1909a3b',
    definitionsDigest: '6785b184cacd90c134a04a0a45245fff1151610b928c031e5e6d1a132858439d',
  },
  {
    id: 'gateway-api',
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.4.0',
    form: 'crd',
    folders: ['config/crd/standard'],
    digest: '19b34166a4567fcc0789c05333021ebf6efc0644007fd7a62b689af8b181e25b',
    definitionsDigest: 'cf76350d7819dd66c5d83e0d6aa89b47c377ff65bd003f97c1ea4f30a4af3536',
  },
  {
    id: 'envoy-gateway',
    module: 'github.com/envoyproxy/gateway',
    version: 'v1.5.0',
    form: 'crd',
    folders: ['charts/gateway-helm/crds/generated'],
    digest: '2cd4839148a3028a80e39eb324a9e39a39177f8a8e5253f9e2dc8fad564694b4',
    definitionsDigest: '13d71974487f3a2a546e44a217b0ec12ec15e3f160fa917b7241bede65f04795',
  },
  {
    id: 'prometheus-operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    form: 'crd',
    folders: ['example/prometheus-operator-crd'],
    digest: '2a32464281d5daa0aeaa58c244aedd969197b5c0e13aa92d9731e7bb0263b0d9',
    definitionsDigest: '0635ce656c07ed4aeb94cea064a7429be9e0ea12746570c0647d7cfcdb23fb16',
  },
  {
    id: 'flux-source',
    module: 'github.com/fluxcd/source-controller',
    version: 'v1.7.0',
    form: 'crd',
    folders: ['config/crd/bases'],
    digest: '36dfee688c07c266ab16a258297368bd5802e6fc26b7bec28ac225c2651b80bc',
    definitionsDigest: 'f8afc1b90a4e6a233f83b61ba5f133bb1d28f7975df4c638beb8f6ad4d5fc00d',
  },
  {
    id: 'flux-kustomize',
    module: 'github.com/fluxcd/kustomize-controller',
    version: 'v1.7.3',
    form: 'crd',
    folders: ['config/crd/bases'],
    digest: 'e667ed6092587bc6c107476c4661f070a5b1877710e3e2d269cc96d429ca0711',
    definitionsDigest: '34142617c606380276ee66bfc4a4655a2b0ea53a3b7e96aaabc7ff5591e9775b',
  },
  {
    id: 'argo-cd',
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.1.8',
    form: 'crd',
    folders: ['manifests/crds'],
    digest: '7a5eb10a6df0602429f924dd0bd4a0e555914e1e5c9b68fcfa10e7b24b942991',
    definitionsDigest: '9a25a6ca41a7e88ebc3b1c0dcce3df074876ff7de2a07e9a6893fdb5c7413c7c',
  },
  {
    id: 'flux-helm',
    module: 'github.com/fluxcd/helm-controller',
    version: 'v1.4.0',
    form: 'crd',
    folders: ['config/crd/bases'],
    digest: '66c586f187c90b71b248d50cc95216d4d9ff9bccbf835c0093756e8ef1aa9440',
    definitionsDigest: '50e562b6710aa9758825ab47760a8564dc3e6bdd32ed188cfff81bc5ab62efd6',
  },
  {
    id: 'open-reports',
    module: 'github.com/openreports/reports-api',
    version: 'v0.2.1',
    form: 'crd',
    folders: ['config/crd'],
    digest: '8255823dabb0a182be10e016eb4fe26c556bc264e4fb9c112150f9380651e8bc',
    definitionsDigest: 'f39b362b992a3e3dc5c1c666b46e19b8843a1965dbbea275999ef2fb9b7d2f02',
  },
] as const satisfies readonly SchemaSource[];

const METAL3 = 'the Go modules of Metal3, which carry the definition, are refused to this way of download';
const BUCKETS =
  'the module of the bucket provisioner, which carries the definition, is refused to this way of download';

/** Kinds that are written and whose definition can't be had: they are named with the reason, never skipped in silence. */
export const unvalidatedKinds: ReadonlyMap<string, string> = new Map([
  ['metal3.io/v1alpha1/BareMetalHost', METAL3],
  ['infrastructure.cluster.x-k8s.io/v1beta1/Metal3Cluster', METAL3],
  ['infrastructure.cluster.x-k8s.io/v1beta1/Metal3MachineTemplate', METAL3],
  ['objectbucket.io/v1alpha1/ObjectBucketClaim', BUCKETS],
]);
