import type { ControlId } from '../controls/control';
import type { Isolation, Level } from '../level';
import type { FactPath } from '../problem';
import type { Broker } from '../segmentation/flow';
import type { ZoneName } from '../segmentation/zone';
import type { Text } from '../text';
import type { BackupPlan, ManagedElsewhere } from './backup';
import type { DataClass } from './data-class';
import type { Dossier } from './dossier';

/** One database or store. */
export interface DataSet {
  readonly name: string;
  readonly engine: 'postgresql' | 'object-store';
  readonly zone: ZoneName;
  readonly class: DataClass;
  readonly sizeGiB: number;
  readonly instances: number;
}

/** CPU cores, GiB and pods. */
export interface Footprint {
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
  readonly pods: number;
}

/** Where a system runs. */
export interface Placement {
  /** `home` serves; `standby` is warm. */
  readonly role: 'home' | 'standby';
  readonly site: string;
  readonly cluster: string;
}

/** An information system of one owner: the unit that carries a level. A declared system that each province owns becomes one for each. */
export interface System {
  /** The fact's name, with `-<tenant>` when each tenant owns one. */
  readonly id: string;
  /** The fact file's name. */
  readonly declaration: string;
  readonly shortName: string;
  readonly officialName: Text;
  readonly programme: readonly string[];
  readonly owner: string;
  readonly operator: string;
  readonly securityUnit: string;
  readonly type: 'internal' | 'citizen-service' | 'infrastructure' | 'industrial-control' | 'other';
  readonly level: Level;
  readonly levelBasis: readonly ControlId[];
  /** Every level-5 system is critical to national security (Decree 331/2026 Art. 16.4). */
  readonly critical: boolean;
  readonly isolation: Isolation;
  /** The part of the national data intermediary that it is (Decree 194/2025 Art. 20).
   * @default - no sharing platform
   */
  readonly broker?: Broker | undefined;
  readonly dataClasses: readonly DataClass[];
  readonly dataSubjects: { readonly basic: number; readonly sensitive: number };
  readonly zones: readonly ZoneName[];
  readonly placements: readonly [Placement, ...Placement[]];
  readonly dataSets: readonly DataSet[];
  readonly recovery: { readonly rpoMinutes: number; readonly rtoMinutes: number };
  /** @default - somebody else manages the backup */
  readonly backup?: BackupPlan | undefined;
  /** @default - we manage the backup */
  readonly backupManagedElsewhere?: ManagedElsewhere | undefined;
  readonly logRetentionDays: number;
  readonly dossier: Dossier;
  readonly origin: FactPath;
}
