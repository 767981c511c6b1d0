import { longestGapMinutes } from '../../resources/cron';
import { goDurationDays, retentionDays } from '../../resources/duration';
import {
  hasUnresolved,
  listAt,
  numberAt,
  objectAt,
  textAt,
  textMapAt,
  textsAt,
  unresolved,
  valueAt,
} from '../../resources/json-path';
import { parseQuantity } from '../../resources/quantity';

describe('longestGapMinutes()', () => {
  it.each([
    ['*/15 * * * *', 15],
    ['0 */6 * * *', 360],
    ['0 0,8 * * *', 960],
    ['30 2 * * *', 1440],
    ['0 0 2 * * *', 1440],
    ['0 3 * * 0', 10_080],
    ['0 3 * * 1-5', 4320],
    ['0 0 * * 0,7', 10_080],
    ['5-59/20 * * * *', 20],
    ['@every 90m', 90],
    ['@daily', 1440],
  ])('reads %s as at most %i minutes apart', (schedule, minutes) => {
    expect(longestGapMinutes(schedule)).toBe(minutes);
  });

  it.each([
    '',
    '* * *',
    '0 0 1 * *',
    '0 0 * 1 *',
    '60 * * * *',
    '0 24 * * *',
    '*/0 * * * *',
    'a b c d e',
    '0 0 * * mon',
    '@every 0m',
  ])('tells nothing of %j', (schedule) => {
    expect(longestGapMinutes(schedule)).toBeUndefined();
  });
});

describe('parseQuantity()', () => {
  it.each([
    ['500m', 0.5],
    ['16', 16],
    ['64Gi', 64 * 2 ** 30],
    ['1.5G', 1.5e9],
    [4, 4],
  ])('reads %j as %d', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', 'Gi', '-1', '1e3', '1 Gi', 'constructor', true, null, -1])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('durations', () => {
  it('reads what Go and CloudNativePG write', () => {
    expect(goDurationDays('2160h0m0s')).toBe(90);
    expect(goDurationDays('90')).toBeUndefined();
    expect(retentionDays('12w')).toBe(84);
    expect(retentionDays('forever')).toBeUndefined();
  });
});

describe('valueAt() and its kin', () => {
  const body = { a: [{ b: 'x' }, 1], m: { 'k.k': 'v', n: 1 }, u: [unresolved('${x}')] };

  it('give what is written under the keys, of the type asked for', () => {
    expect(textAt(body, 'a', 0, 'b')).toBe('x');
    expect(numberAt(body, 'a', 1)).toBe(1);
    expect(textMapAt(body, 'm')).toEqual(new Map([['k.k', 'v']]));
    expect(textsAt(body, 'a')).toEqual([]);
    expect([textAt(body, 'a'), objectAt(body, 'a'), listAt(body, 'm')]).toEqual([undefined, undefined, []]);
  });

  it('find nothing that is inherited', () => {
    expect(['constructor', '__proto__', 'toString', 'length'].map((key) => valueAt(body, key))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('see an unresolved expression at any depth', () => {
    expect([hasUnresolved(body), hasUnresolved(body.a)]).toEqual([true, false]);
  });
});
