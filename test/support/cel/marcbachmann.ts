import type * as CelJs from '@marcbachmann/cel-js' with { 'resolution-mode': 'import' };
import { celValue, type CelEngine } from './evaluator';
import { compareQuantity, containsBlock, prefixLength } from './kubernetes-functions';

// The package is published as ES modules alone, which Jest turns into what can be required.
const { Environment } = jest.requireActual<typeof CelJs>('@marcbachmann/cel-js');

class Quantity {
  public constructor(public readonly text: string) {
    compareQuantity(text, '0');
  }
}

class Block {
  public constructor(public readonly text: string) {
    prefixLength(text);
  }
}

const environment = new Environment({ unlistedVariablesAreDyn: true })
  .registerType('Quantity', Quantity)
  .registerType('Block', Block)
  .registerFunction('string.replace(string, string): string', (text: string, from: string, to: string) =>
    text.split(from).join(to),
  )
  .registerFunction('quantity(string): Quantity', (text: string) => new Quantity(text))
  .registerFunction('Quantity.compareTo(Quantity): int', (one: Quantity, other: Quantity) =>
    compareQuantity(one.text, other.text),
  )
  .registerFunction('cidr(string): Block', (text: string) => new Block(text))
  .registerFunction('Block.prefixLength(): int', (one: Block) => prefixLength(one.text))
  .registerFunction('Block.containsCIDR(string): bool', (one: Block, inner: string) => containsBlock(one.text, inner));

/** An engine written from the specification by somebody else, with its own parser. */
export const marcbachmann: CelEngine = {
  name: '@marcbachmann/cel-js',
  prepare(expression) {
    const program = environment.parse(expression);
    return (variables) => {
      try {
        return program(celValue(variables) as Record<string, unknown>) as unknown;
      } catch {
        return undefined;
      }
    };
  },
};
