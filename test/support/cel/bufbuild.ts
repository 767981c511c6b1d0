import { CelScalar, celEnv, celFunc, celMethod, isCelError, parse, plan } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { celValue, type CelEngine } from './evaluator';
import { compareQuantity, containsBlock, prefixLength } from './kubernetes-functions';

const { STRING, INT, BOOL } = CelScalar;

const funcs = [
  ...strings,
  celFunc('quantity', [STRING], STRING, (text) => {
    compareQuantity(text, '0');
    return text;
  }),
  celMethod('compareTo', STRING, [STRING], INT, function (other) {
    return compareQuantity(this, other);
  }),
  celFunc('cidr', [STRING], STRING, (text) => {
    prefixLength(text);
    return text;
  }),
  celMethod('prefixLength', STRING, [], INT, function () {
    return prefixLength(this);
  }),
  celMethod('containsCIDR', STRING, [STRING], BOOL, function (inner) {
    return containsBlock(this, inner);
  }),
];

/** The engine of Buf: RE2 as the API server has it. */
export const bufbuild: CelEngine = {
  name: '@bufbuild/cel',
  prepare(expression) {
    const program = plan(celEnv({ funcs }), parse(expression));
    return (variables) => {
      const result = program(celValue(variables) as Record<string, never>);
      return isCelError(result) ? undefined : result;
    };
  },
};
