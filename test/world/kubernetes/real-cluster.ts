import { openCluster, type ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import type { ClusterAccess } from '../../../delivery/kubernetes/connect/cluster-access';
import { readKubeconfig } from '../../../delivery/kubernetes/connect/read-kubeconfig';
import { readAssembly } from '../../../resources/read/read-assembly';
import type { Resource } from '../../../resources/resource';
import { namespaceOf } from '../../delivery/kubernetes/kit/test-resource';
import { realOutside } from '../../delivery/kubernetes/kit/world';
import { expectStarted } from '../../support/sandbox/expect-started';
import { describeWithSandbox } from '../../support/sandbox/real-sandbox';

const CLUSTER = 'ndc-3-shared-0';

/** A real control plane of its own, thrown away after the tests. */
export interface RealCluster {
  /** May do everything. */
  readonly client: () => ClusterClient;
  /** How it is reached by who may do everything. */
  readonly access: () => ClusterAccess;
  /** May do what a deployment needs. */
  readonly deployer: () => ClusterClient;
  /** What the assembly holds for the cluster, whatever engine brings it. */
  readonly objects: () => readonly Resource[];
  /** A namespace for one test. */
  readonly namespace: (name: string) => Resource;
}

interface Started {
  readonly access: ClusterAccess;
  readonly client: ClusterClient;
  readonly deployer: ClusterClient;
  readonly objects: readonly Resource[];
}

/** Describes something about a real API server; where its programs can't be had, the tests are skipped by name. */
export function describeWithCluster(title: string, tests: (cluster: RealCluster) => void): void {
  describeWithSandbox(title, (sandbox) => {
    let started: Started | undefined;
    beforeAll(async () => {
      const { kubeconfig } = expectStarted(await sandbox().start(sandbox().spec('kubernetes', CLUSTER)));
      const access = accessOf(kubeconfig, `${CLUSTER}-break-glass`);
      const client = openCluster({ access, outside: realOutside });
      const deployer = openCluster({ access: accessOf(kubeconfig, CLUSTER), outside: realOutside });
      started = { access, client, deployer, objects: objectsOf(sandbox().assembly) };
    });
    afterAll(() => {
      started?.client.close();
      started?.deployer.close();
    });
    const present = (): Started => {
      if (started === undefined) throw new Error('the cluster is used before it is started');
      return started;
    };
    tests({
      access: () => present().access,
      client: () => present().client,
      deployer: () => present().deployer,
      objects: () => present().objects,
      namespace: (name) => namespaceOf(`test-${name}`),
    });
  });
}

function accessOf(kubeconfig: string, context: string): ClusterAccess {
  const read = readKubeconfig(kubeconfig, context);
  if (!read.ok) throw new Error(read.problems.map(({ what, got }) => `${what}: ${got}`).join('; '));
  return read.value;
}

function objectsOf(folder: string): readonly Resource[] {
  const read = readAssembly(folder);
  if (!read.ok) throw new Error('the assembly of the sandbox cannot be read');
  return read.value.resources.filter(({ cluster }) => cluster === CLUSTER);
}
