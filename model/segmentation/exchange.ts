import type { FactPath } from '../problem';
import type { Text } from '../text';
import type { Broker, ZoneEnd } from './flow';
import type { FlowPort } from './zone-flow';

/**
 * What a system exchanges with another over a sharing platform, as somebody declared it. No flow joins its ends: it is
 * carried by one from the system that asks to the platform, and one from there to the system that provides.
 */
export interface Exchange {
  /** `<system>/<name>`, with the provider's owner where one declaration leads to several. */
  readonly id: string;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  readonly broker: Broker;
  /** Id of the system that plays the platform. */
  readonly carrier: string;
  readonly ports: readonly FlowPort[];
  readonly reason: Text;
  readonly origin: FactPath;
}
