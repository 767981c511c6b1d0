import { Fn, Lazy, Token } from 'cdktf';
import { mergeLiterals, readLiteral, unresolved, type LiteralMap } from '../../../constructs/cluster/literal';

describe('readLiteral()', () => {
  test('copies plain data without undefined and without the metadata of the engine', () => {
    expect(readLiteral({ a: [1, undefined, null], b: undefined, '//': { path: 'x' }, c: { d: 'e', f: -3 } })).toEqual({
      a: [1, null],
      c: { d: 'e', f: -3 },
    });
  });

  test.each([
    ['a text', Token.asString({ a: 1 })],
    ['a part of a text', `x-${Token.asString({ a: 1 })}`],
    ['a number', Token.asNumber({ a: 1 })],
    ['a list', Token.asList({ a: 1 })],
    ['a map', Token.asStringMap({ a: 1 })],
    ['an object', Lazy.anyValue({ produce: () => 1 })],
    ['a function of Terraform', Fn.join('-', ['a', 'b'])],
  ])('leaves a token in %s to the engine', (_, token) => {
    expect(readLiteral(token)).toBe(unresolved);
    expect(readLiteral({ deep: [{ deeper: token }] })).toBe(unresolved);
  });
});

describe('mergeLiterals()', () => {
  test('joins maps and replaces everything else', () => {
    const target: LiteralMap = { a: { b: 1, c: [1] }, d: 1 };
    mergeLiterals(target, { a: { c: [2], e: 3 }, d: { f: 4 } });
    expect(target).toEqual({ a: { b: 1, c: [2], e: 3 }, d: { f: 4 } });
  });
});
