import { coverRange } from '../../../model/address/cover-range';
import { parseIp } from '../../../model/address/ip';

function cover(first: string, last: string): readonly string[] {
  const [from, to] = [parseIp(first), parseIp(last)];
  if (!from.ok || !to.ok) throw new RangeError('no addresses');
  return coverRange({ family: from.value.family, first: from.value.value, last: to.value.value }).map(String);
}

describe('the blocks that cover a range', () => {
  it('are one where the range is one', () => {
    expect(cover('0.0.0.0', '255.255.255.255')).toEqual(['0.0.0.0/0']);
    expect(cover('::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')).toEqual(['::/0']);
    expect(cover('10.0.0.7', '10.0.0.7')).toEqual(['10.0.0.7/32']);
  });

  it('are as large as their place allows', () => {
    expect(cover('10.0.0.1', '10.0.0.8')).toEqual(['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/30', '10.0.0.8/32']);
    expect(cover('2001:db8::1', '2001:db8::3')).toEqual(['2001:db8::1/128', '2001:db8::2/127']);
  });

  it('hold each address of the range once and no other, and no two are halves of one, for every range in 64 addresses', () => {
    const wrong = Array.from({ length: 64 }, (_, first) => first).flatMap((first) =>
      Array.from({ length: 64 - first }, (_, more) => first + more).filter((last) => {
        const blocks = coverRange({ family: 4, first: BigInt(first), last: BigInt(last) });
        const held = blocks.flatMap((one) =>
          Array.from({ length: Number(one.size) }, (_, at) => Number(one.first.value) + at),
        );
        const isExact = held.length === last - first + 1 && held.every((one, at) => one === first + at);
        const halves = blocks.filter((one, at) => {
          const next = blocks[at + 1];
          const isEven = (one.first.value / one.size) % 2n === 0n;
          return next?.prefixLength === one.prefixLength && isEven;
        });
        return !isExact || halves.length > 0;
      }),
    );
    expect(wrong).toEqual([]);
  });
});
