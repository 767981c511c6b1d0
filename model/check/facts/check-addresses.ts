import type { AddressPlanInput } from '../../address/address-plan-input';
import { parseCidr, type Cidr } from '../../address/cidr';
import { complain, type BuildInput, type Report } from '../../build/build-input';

/** Reads the four national supernets; undefined when one can't be read. */
export function checkAddresses({ facts }: BuildInput, report: Report): AddressPlanInput | undefined {
  const { nodes4, pods4, services4, unicast6 } = facts.nation.addresses;
  const read = (key: string, text: string): Cidr | undefined => {
    const parsed = parseCidr(text);
    if (parsed.ok) return parsed.value;
    complain(report, ['nation', 'addresses', key], parsed.reason);
    return undefined;
  };
  const blocks = {
    nodes4: read('nodes4', nodes4),
    pods4: read('pods4', pods4),
    services4: read('services4', services4),
    unicast6: read('unicast6', unicast6),
  };
  return isComplete(blocks) ? blocks : undefined;
}

function isComplete(
  blocks: Record<keyof AddressPlanInput, Cidr | undefined>,
): blocks is { [Key in keyof AddressPlanInput]: Cidr } {
  return Object.values(blocks).every((block) => block !== undefined);
}
