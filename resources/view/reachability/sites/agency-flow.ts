import type { FactPath } from '../../../../model/problem';
import type { FlowPort } from '../../../../model/segmentation/zone-flow';
import type { Text } from '../../../../model/text';

/** What can be said of a flow between agencies, worst first. */
export const agencyFlowStates = [
  /** It names no platform, or none that carries it: what `network/require-broker` finds. */
  'no-broker',
  /** The policies let something pass from agency to agency around the platform. */
  'around',
  /** The way by the platform is not open. */
  'closed',
  /** Nothing stands in a cluster that could be looked at. */
  'unknown',
  /** Policies leave no way but by the platform, if the gateways of the sites forward by their names alone. */
  'gateways',
  /** The way by the platform is open, and no other. */
  'proved',
] as const;

/** Name of what can be said of a flow between agencies. */
export type AgencyFlowState = (typeof agencyFlowStates)[number];

/** An end of a flow between agencies. */
export interface AgencyEnd {
  /** Id of the owner of the system; undefined where no such system is in the model. */
  readonly agency: string | undefined;
  /** Id of the system. */
  readonly system: string;
  readonly zone: string;
}

/** A flow between agencies as it is declared: over a platform, with a platform, or without any. */
export interface DeclaredAgencyFlow {
  /** Id of the exchange or the flow. */
  readonly id: string;
  readonly from: AgencyEnd;
  readonly to: AgencyEnd;
  readonly ports: readonly FlowPort[];
  readonly reason: Text;
  /** The platform that it names; undefined where it names none. */
  readonly broker: string | undefined;
  /** Id of the system that is this platform and carries it; undefined where none does. */
  readonly carrier: string | undefined;
  /** Ids of the flows by which it is carried: two where the platform is between its ends, itself where it is one of them. */
  readonly legs: readonly string[];
  readonly origin: FactPath;
}

/** A flow between agencies with what the policies of the clusters say of it. */
export interface AgencyFlow extends DeclaredAgencyFlow {
  readonly state: AgencyFlowState;
  /** Pairs of namespaces of the two agencies between which a way around the platform was looked for. */
  readonly pairs: number;
  /** What the state rests on, one fact a line; empty where it is proved. */
  readonly because: readonly string[];
}
