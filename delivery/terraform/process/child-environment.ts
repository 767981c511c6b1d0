/** What the Terraform of one shard is told by its environment. */
export interface ChildSettings {
  /** The environment of `ndc`; only what is listed here goes on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Path of the kubeconfig whose contexts are named like clusters. */
  readonly kubeconfig: string;
  /** Path of the configuration of the command line, which says where providers come from. */
  readonly cliConfig: string;
}

/**
 * The variables that go on as they are: where programs and temporary files are, how the network is reached, whom to
 * trust, and the credentials of the store that keeps the state. Never `TF_*` or `KUBE_*`: these could change what is
 * planned, or send it to another cluster than the shard's.
 */
const PASSED_ON: readonly string[] = [
  'PATH',
  'HOME',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CA_BUNDLE',
];

/**
 * The whole environment of a Terraform process. The provider's releases read the kubeconfig from different
 * variables: 1.x from `KUBE_CONFIG`, 2.x from `KUBE_CONFIG_PATH`.
 */
export function childEnvironment({ environment, kubeconfig, cliConfig }: ChildSettings): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(passed),
    CHECKPOINT_DISABLE: '1',
    TF_CLI_CONFIG_FILE: cliConfig,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    KUBE_CONFIG: kubeconfig,
    KUBE_CONFIG_PATH: kubeconfig,
    ...COLLECTOR,
  };
}

/**
 * Terraform and the provider live for seconds: collecting garbage late takes a third off their time. The limit
 * keeps a large shard from growing without bound.
 */
const COLLECTOR = { GOGC: '400', GOMEMLIMIT: '1GiB' } as const;
