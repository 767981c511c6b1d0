import type { Level } from '../level';
import type { FactPath } from '../problem';
import type { ZoneName } from '../segmentation/zone';
import type { Text } from '../text';
import type { Footprint } from './system';

/** One Kubernetes namespace: a zone of a system, or a commune's part of its province's system. */
export interface Namespace {
  /** `<owner>-<system short name>-<zone>` or `<commune>-<system short name>`. */
  readonly name: string;
  readonly cluster: string;
  readonly site: string;
  /** The shard (one Terraform state) that it belongs to. */
  readonly shard: string;
  /** Who works in it: the owner, or the commune. */
  readonly tenant: string;
  readonly officialName: Text;
  readonly system: string;
  readonly zone: ZoneName;
  readonly level: Level;
  readonly role: 'home' | 'standby';
  /** Whether it is a commune's part of the system's zone. */
  readonly communePart: boolean;
  readonly quota: Footprint;
  readonly origin: FactPath;
}
