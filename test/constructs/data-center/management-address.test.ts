import fc from 'fast-check';
import {
  managementAddress,
  managementAddresses,
  managementBlock,
} from '../../../constructs/data-center/management-address';
import { parseCidr } from '../../../model/address/cidr';
import { parseIp } from '../../../model/address/ip';
import type { Host } from '../../../model/site/site';
import { dataCenterOf } from '../../support/healthy-cluster';
import { healthyModel } from '../../support/healthy-model';

const { nation } = healthyModel();

function host(id: string): Host {
  return { id, class: 'worker', role: 'worker', failureDomain: 'dc-north-h1-a', cores: 1, memoryGiB: 1, diskGiB: 1 };
}

describe('managementAddress()', () => {
  test('stands in the device-management zone of the site and ends with the number of the host', () => {
    const block = managementBlock(nation, dataCenterOf());
    const address = managementAddress(block, host('dc-north-h1-a-worker-018'));
    const [zone, parsed] = [parseCidr(block), parseIp(address)];
    if (!zone.ok || !parsed.ok) throw new Error('neither can be wrong');
    expect(block).toBe('2001:db8:61:800::/56');
    expect(zone.value.contains(parsed.value)).toBe(true);
    expect(address).toMatch(/:12$/);
  });

  test('follows from the host alone, so racks that come or go move nobody', () => {
    const site = dataCenterOf();
    const before = managementAddresses(nation, site);
    const subsets = fc.subarray([...site.failureDomains]);
    fc.assert(
      fc.property(subsets, (failureDomains) => {
        const after = managementAddresses(nation, { ...site, failureDomains });
        return [...after].every(([id, address]) => before.get(id) === address);
      }),
      { seed: 7 },
    );
  });

  test('gives every host of a site another address', () => {
    const site = dataCenterOf();
    const addresses = [...managementAddresses(nation, site).values()];
    expect(new Set(addresses).size).toBe(site.failureDomains.flatMap((domain) => domain.hosts).length);
  });

  test('refuses a host whose id has no number', () => {
    expect(() => managementAddress('2001:db8::/56', host('worker'))).toThrow('worker has no number');
  });
});
