import type { ProcessPlan } from '../processes/process-plan';
import { callerKubeconfig, commandLine, keysOf, tokenKeysOf, type ComponentContext } from './component-context';

/** Alone on its machine, a controller needs no election; nobody asks it for metrics, so it opens no port. */
const alone = { 'leader-elect': 'false', 'secure-port': '0' } as const;

/** The controllers of Kubernetes, with the flags of their construct. */
export function controllerManagerPlan(context: ComponentContext): ProcessPlan {
  const { place, spec, binaries } = context;
  const ca = keysOf(context, 'ca');
  const flags = {
    ...alone,
    kubeconfig: callerKubeconfig(place, 'controller-manager'),
    'use-service-account-credentials': 'true',
    'service-account-private-key-file': tokenKeysOf(context).privateKey,
    'root-ca-file': ca.cert,
    'cluster-signing-cert-file': ca.cert,
    'cluster-signing-key-file': ca.key,
    'allocate-node-cidrs': 'true',
    'cluster-cidr': spec.podBlocks.join(','),
    'service-cluster-ip-range': spec.serviceBlocks.join(','),
  };
  return {
    program: 'kube-controller-manager',
    path: binaries['kube-controller-manager'].path,
    arguments: commandLine(flags, spec.controllerManager, place),
    settings: { GOGC: '50', GOMEMLIMIT: '128MiB' },
    inputs: [context.trust, String(context.ports.api)],
  };
}

/** The scheduler of Kubernetes, with the flags of its construct. */
export function schedulerPlan(context: ComponentContext): ProcessPlan {
  const { place, spec, binaries } = context;
  const flags = { ...alone, kubeconfig: callerKubeconfig(place, 'scheduler') };
  return {
    program: 'kube-scheduler',
    path: binaries['kube-scheduler'].path,
    arguments: commandLine(flags, spec.scheduler, place),
    settings: { GOGC: '50', GOMEMLIMIT: '96MiB' },
    inputs: [context.trust, String(context.ports.api)],
  };
}
