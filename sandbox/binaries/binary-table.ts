import type { BinarySource } from './binary-source';

const KUBERNETES = '1.36.3';
const KUBERNETES_PAGE = `https://dl.k8s.io/release/v${KUBERNETES}/bin/linux`;

/**
 * Every program of the sandbox: the one list of names, versions and ways.
 *
 * No program is downloaded ready-made: nobody here could verify a digest of the official builds of all of them, and a
 * download that isn't pinned isn't taken. Modules are pinned: `go.sum` holds the digest of each, and the checksum
 * database vouches for it. Where there is no Go, its own official archive is downloaded, whose digest is known
 * (`go-toolchain.ts`).
 */
export const binaryTable = {
  'kube-apiserver': kubernetes('kube-apiserver'),
  etcd: {
    name: 'etcd',
    version: '3.6.5',
    versionArguments: ['--version'],
    build: { module: 'etcd', package: 'go.etcd.io/etcd/server/v3' },
    officialPage: 'https://github.com/etcd-io/etcd/releases/tag/v3.6.5',
  },
  'kube-controller-manager': kubernetes('kube-controller-manager'),
  'kube-scheduler': kubernetes('kube-scheduler'),
  kwok: {
    name: 'kwok',
    version: '0.7.0',
    versionArguments: ['--version'],
    build: { module: 'kwok', package: 'sigs.k8s.io/kwok/cmd/kwok' },
    officialPage: 'https://github.com/kubernetes-sigs/kwok/releases/tag/v0.7.0',
  },
  tofu: {
    name: 'tofu',
    version: '1.11.0',
    versionArguments: ['version'],
    alternatives: [
      { name: 'terraform', versionMin: '1.9.0' },
      { name: 'tofu', versionMin: '1.9.0' },
    ],
    build: {
      module: 'opentofu',
      package: 'github.com/opentofu/opentofu/cmd/tofu',
      variables: { 'github.com/opentofu/opentofu/version.dev': 'no' },
    },
    officialPage: 'https://github.com/opentofu/opentofu/releases/tag/v1.11.0',
  },
  'terraform-provider-kubernetes': {
    name: 'terraform-provider-kubernetes',
    version: '1.13.4',
    build: {
      module: 'terraform-provider-kubernetes',
      package: 'github.com/hashicorp/terraform-provider-kubernetes',
    },
    officialPage: 'https://releases.hashicorp.com/terraform-provider-kubernetes/1.13.4/',
  },
} as const satisfies Readonly<Record<string, BinarySource>>;

/** A program of the table. */
export type BinaryName = keyof typeof binaryTable;

/** What a control plane runs, in the order in which building serves those who wait best. */
export const controlPlaneBinaries = [
  'kube-apiserver',
  'etcd',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
] as const satisfies readonly BinaryName[];

function kubernetes<const Name extends string>(name: Name) {
  return {
    name,
    version: KUBERNETES,
    versionArguments: ['--version'],
    build: {
      module: 'kubernetes',
      package: `k8s.io/kubernetes/cmd/${name}`,
      variables: { 'k8s.io/component-base/version.gitVersion': `v${KUBERNETES}` },
    },
    officialPage: `${KUBERNETES_PAGE}/<arch>/${name}`,
  } as const;
}
