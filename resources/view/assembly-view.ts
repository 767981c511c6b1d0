import type { Assembly, AssemblyFile, IntegrityFinding } from '../assembly';
import { BackupView } from './backup-view';
import { InventoryView } from './inventory-view';
import { ModelView } from './model-view';
import { NetworkView } from './network-view';
import type { ObjectsView } from './objects-view';
import { QuotaView } from './quota-view';
import { RbacView } from './rbac-view';
import { ReachabilityView } from './reachability/reachability-view';
import { ResourceIndex } from './resource-index';

/** Everything that a policy or report may ask of an assembly; no judgement. Views are made when first asked for. */
export class AssemblyView implements ObjectsView {
  public readonly resources: ResourceIndex;
  /** The model that the assembly was made from, with lookups. */
  public readonly model: ModelView;
  public readonly files: readonly AssemblyFile[];
  public readonly integrity: readonly IntegrityFinding[];
  private readonly made: {
    network?: NetworkView;
    quota?: QuotaView;
    backup?: BackupView;
    inventory?: InventoryView;
    rbac?: RbacView;
    reachability?: ReachabilityView;
  } = {};

  public constructor(public readonly assembly: Assembly) {
    this.resources = new ResourceIndex(assembly.resources);
    this.model = new ModelView(assembly.model);
    this.files = assembly.files;
    this.integrity = assembly.integrity;
  }

  /** Who may talk to whom by the NetworkPolicy objects. */
  public get network(): NetworkView {
    return (this.made.network ??= new NetworkView(this.resources));
  }

  /** What is promised in each cluster, and what it has. */
  public get quota(): QuotaView {
    return (this.made.quota ??= new QuotaView(this.resources, this.model));
  }

  /** Which copies of which system the artifacts make, how often, and where. */
  public get backup(): BackupView {
    return (this.made.backup ??= new BackupView(this.resources, this.model));
  }

  /** How many objects stand where. */
  public get inventory(): InventoryView {
    return (this.made.inventory ??= new InventoryView(this.resources, this.model));
  }

  /** Who can reach whom in each cluster, and what is meant to. */
  public get reachability(): ReachabilityView {
    return (this.made.reachability ??= new ReachabilityView(this.resources, this.model));
  }

  /** Who may do what. */
  public get rbac(): RbacView {
    return (this.made.rbac ??= new RbacView(this.resources));
  }
}
