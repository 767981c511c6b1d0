import fc from 'fast-check';
import type { Tenant } from '../../../model/tenancy/tenant';
import type { JsonValue } from '../../../resources/resource';
import { looseText, withoutItems } from '../../../review/template/loose-lists';
import { holdsSigns, TenantMarks } from '../../../review/template/tenant-marks';

function commune(code: string, third: number): Tenant {
  return {
    id: `c${code}`,
    kind: 'commune',
    code,
    officialName: { vi: `Xã ${code}`, en: `Xã ${code}` },
    parent: 'p01',
    homeSite: 'a',
    standbySite: 'b',
    homeCluster: 'a-shared-0',
    accessEnd: { ipv4: `10.128.${third}.0/24`, ipv6: `2001:db8:${third}::/48` },
    origin: ['profiles/commune'],
  };
}
const [old, now] = [commune('00004', 4), commune('00040', 40)].map((one) => new TenantMarks(one));
if (old === undefined || now === undefined) throw new Error('two communes have marks');

describe('TenantMarks', () => {
  it('finds a tenant by its id and its addresses, and by no part of them', () => {
    const found = ['"c00004"', '"c00004-commune"', '"a_c00004:viewers"', '"10.128.4.0/24"'].map((one) => old.isIn(one));
    expect(found).toEqual([true, true, true, true]);
    const others = ['"c000040"', '"xc00004"', '"10.128.4.0/25"', '"10.128.0.0/16"', '"Xã 00004"'];
    expect(others.map((one) => old.isIn(one))).toEqual(others.map(() => false));
  });

  it('marks two tenants alike where each is named as itself, and never where one names the other', () => {
    expect(old.mark('{"a":"c00004-x","b":"10.128.4.0/24"}', 0)).toBe(
      now.mark('{"a":"c00040-x","b":"10.128.40.0/24"}', 0),
    );
    expect(old.mark('"c00004 c00004"', 0)).not.toBe(now.mark('"c00040 c00004"', 0));
  });

  it('leaves JSON that is still JSON, and says of what could be taken for marked', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => JSON.parse(old.mark(text, 1)) as unknown).not.toThrow();
      }),
    );
    expect(holdsSigns(JSON.stringify('c\u0000id'))).toBe(true);
    expect(holdsSigns(JSON.stringify('c00004'))).toBe(false);
  });
});

describe('looseText()', () => {
  it('takes lists of peers as sets, and keeps the order of rules', () => {
    expect(looseText({ from: ['b', 'a'] })).toBe(looseText({ from: ['a', 'b'] }));
    expect(looseText({ ingress: ['b', 'a'] })).not.toBe(looseText({ ingress: ['a', 'b'] }));
  });
});

describe('withoutItems()', () => {
  it('leaves items out of lists of peers alone', () => {
    const value: JsonValue = { ingress: [{ from: ['a', 'b'] }, 'b'], to: [{ from: ['b'] }] };
    expect(withoutItems(value, (one) => one === 'b')).toEqual({ ingress: [{ from: ['a'] }, 'b'], to: [{ from: [] }] });
  });
});
