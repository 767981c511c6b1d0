/** The one list of what is compared, by the versions that everything was tried with. */
export const versions = {
  conftest: '0.71.1',
  gator: '3.23.1',
  kubeconform: '0.8.0',
  checkov: '3.3.30',
  'cdk-nag': '3.0.2',
} as const;

/** A tool of others. */
export type ToolName = keyof typeof versions;

/** The Go packages of those that are built. */
export const goPackages = {
  conftest: `github.com/open-policy-agent/conftest@v${versions.conftest}`,
  gator: `github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v${versions.gator}`,
  kubeconform: `github.com/yannh/kubeconform/cmd/kubeconform@v${versions.kubeconform}`,
} as const;

/** A tool that Go builds. */
export type GoTool = keyof typeof goPackages;
