import type { AssemblyView } from '../../resources/view/assembly-view';
import { textAt } from '../../resources/json-path';

/** The namespaces of a management cluster in which the machines of one cluster are declared, before its id. */
const MACHINES = 'platform-machines-';

/** What the artifacts say that machines and databases run, by place. */
export class WrittenImages {
  private readonly nodes = new Map<string, Set<string>>();
  private readonly databases = new Map<string, Set<string>>();

  public constructor({ resources }: AssemblyView) {
    for (const { namespace = '', body } of resources.ofKind('Metal3MachineTemplate')) {
      const url = textAt(body, 'spec', 'template', 'spec', 'image', 'url');
      if (namespace.startsWith(MACHINES)) add(this.nodes, namespace.slice(MACHINES.length), url);
    }
    for (const { cluster = '', namespace = '', body } of resources.ofKind('Cluster', 'postgresql.cnpg.io/'))
      add(this.databases, `${cluster}/${namespace}`, textAt(body, 'spec', 'imageName'));
  }

  /** Images of the disks of a cluster's machines, sorted; none where the artifacts declare no machines of it. */
  public ofNodes(cluster: string): readonly string[] {
    return [...(this.nodes.get(cluster) ?? [])].toSorted();
  }

  /** Images of the databases in a namespace of a cluster, sorted. */
  public ofDatabases(cluster: string, namespace: string): readonly string[] {
    return [...(this.databases.get(`${cluster}/${namespace}`) ?? [])].toSorted();
  }
}

function add(to: Map<string, Set<string>>, key: string, image: string | undefined): void {
  if (image === undefined) return;
  const name = image.slice(image.lastIndexOf('/') + 1);
  to.set(key, (to.get(key) ?? new Set()).add(name));
}
