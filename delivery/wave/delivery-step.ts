import type { Resource } from '../../resources/resource';

/** The waves of a deploy in their order, with what a person is told of each. */
export const deliveryWaves = [
  { name: 'management', holds: 'the management clusters: bare metal, Cluster API, their own baseline' },
  { name: 'guardrails', holds: 'namespaces of the platform, rights, network and admission policies' },
  { name: 'platform', holds: 'certificates, gateways, logging, monitoring, backup locations' },
  { name: 'canary', holds: 'one small tenant' },
  { name: 'province', holds: 'one province with its communes' },
  { name: 'nation', holds: 'every other tenant' },
] as const;

/** Name of a wave. */
export type WaveName = (typeof deliveryWaves)[number]['name'];

/** The unit of delivery: what is applied together, journalled, and done again as a whole after a crash. */
export interface DeliveryStep {
  /** `<wave>/<cluster>/<engine>/<part>`; the same for the same assembly. */
  readonly id: string;
  readonly wave: WaveName;
  readonly engine: 'terraform' | 'kubernetes';
  readonly site: string;
  readonly cluster: string;
  /** The Terraform shard, or the name under which a cluster keeps the inventory of this step. */
  readonly part: string;
  /** Owner of the shard.
   * @default - belongs to the platform
   */
  readonly tenant?: string | undefined;
  /** What it brings, in the order of the assembly. */
  readonly resources: readonly Resource[];
  /** Steps of the same wave that must have ended well before. */
  readonly after: readonly string[];
}

/** One wave of a deploy; it has at least one step. */
export interface Wave {
  readonly name: WaveName;
  readonly steps: readonly DeliveryStep[];
}
