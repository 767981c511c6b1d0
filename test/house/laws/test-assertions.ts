import { argumentsOf } from '../kit/imports';
import type { Law, TreeFile, Violation } from '../kit/law';
import { lineOf, nameOf, nodeAt, nodesOf, type SyntaxNode } from '../kit/syntax';

const ASSERTS = /^(?:expect|assert|describe[A-Z]|verify)/;

/** A test that can't fail, doesn't run or waits for a clock is worse than none. */
export const testAssertions: Law = {
  title: 'every test file asserts something, runs all its tests, and waits for no clock',
  check: (files) => files.filter(({ path }) => path.endsWith('.test.ts')).flatMap(checkFile),
};

function checkFile(file: TreeFile): readonly Violation[] {
  const calls = nodesOf(file, 'CallExpression');
  const asserts = calls.some((call) => ASSERTS.test(rootName(call)) || rootName(call) === 'fc');
  return [
    ...(asserts ? [] : [{ path: file.path, line: 0, what: 'asserts nothing' }]),
    ...calls.flatMap((call) => faultOf(call).map((what) => ({ path: file.path, line: lineOf(call), what }))),
  ];
}

function faultOf(call: SyntaxNode): readonly string[] {
  const name = rootName(call);
  const property = nameOf(nodeAt(call, 'callee', 'property'));
  const isTest = ['it', 'test', 'describe'].includes(name);
  if (isTest && property === 'only') return ['runs only one of its tests'];
  if (/^(?:fit|fdescribe)$/.test(name)) return ['runs only one of its tests'];
  if (['setTimeout', 'setInterval'].includes(name)) return ['waits for a clock'];
  if (name === 'expect' && property === '' && !isMatched(call)) return ['expects nothing of no value'];
  return [];
}

function isMatched(call: SyntaxNode): boolean {
  return nameOf(nodeAt(call, 'callee')) !== 'expect' || argumentsOf(call).length > 0;
}

function rootName(call: SyntaxNode): string {
  let callee = nodeAt(call, 'callee');
  while (callee !== undefined && callee.type !== 'Identifier') {
    callee = nodeAt(callee, 'object') ?? nodeAt(callee, 'callee') ?? nodeAt(callee, 'tag');
  }
  return nameOf(callee);
}
