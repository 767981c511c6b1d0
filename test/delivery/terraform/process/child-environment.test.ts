import { childEnvironment } from '../../../../delivery/terraform/process/child-environment';

const given = { kubeconfig: '/k', cliConfig: '/c' };

describe('childEnvironment()', () => {
  it('passes on nothing that could change what is planned, or where it goes', () => {
    const hostile = {
      TF_VAR_x: '1',
      TF_CLI_ARGS: '-destroy',
      TF_CLI_ARGS_apply: '-auto-approve',
      TF_WORKSPACE: 'other',
      TF_DATA_DIR: '/elsewhere',
      TF_REATTACH_PROVIDERS: '{}',
      TF_LOG: 'trace',
      KUBE_HOST: 'https://elsewhere',
      KUBE_TOKEN: 'x',
      KUBE_CTX: 'other',
      KUBECONFIG: '/other',
      LD_PRELOAD: '/x.so',
    };
    const made = childEnvironment({ environment: hostile, ...given });
    expect(Object.keys(hostile).filter((name) => name in made)).toEqual([]);
  });

  it('tells every release of the provider where the kubeconfig is, and keeps quiet to others', () => {
    expect(childEnvironment({ environment: { PATH: '/bin', HOME: undefined }, ...given })).toEqual({
      PATH: '/bin',
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: '/c',
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      KUBE_CONFIG: '/k',
      KUBE_CONFIG_PATH: '/k',
      GOGC: '400',
      GOMEMLIMIT: '1GiB',
    });
  });
});
