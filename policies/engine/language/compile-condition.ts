import type { CompiledCondition } from './compiled';
import { compileCount, compileQuantified } from './compile-quantifier';
import { blameAt, compileValue, textOf, type CompiledValue, type Scope } from './compile-value';
import { Unknown, type Frame } from './frame';
import { findTest } from './value-tests/test-table';
import type { Condition, TestCondition } from './tree';
import { FALSE, negate, TRUE, UNKNOWN, type Truth } from './truth';

/** Makes a condition ready to run. */
export function compileCondition(condition: Condition, scope: Scope = new Map()): CompiledCondition {
  switch (condition.kind) {
    case 'all':
      return compileAll(condition.of.map((one) => compileCondition(one, scope)));
    case 'any':
      return compileAny(condition.of.map((one) => compileCondition(one, scope)));
    case 'not': {
      const of = compileCondition(condition.of, scope);
      return { judge: (frame) => negate(of.judge(frame)), blame: (frame, wanted) => of.blame(frame, !wanted) };
    }
    case 'exists':
      return compileExists(compileValue(condition.value, scope));
    case 'test':
      return compileTest(condition, scope);
    case 'same':
      return compileSame(compileValue(condition.left, scope), compileValue(condition.right, scope));
    case 'count':
      return compileCount(condition, scope);
    case 'every':
    case 'some':
      return compileQuantified(condition, scope, compileCondition);
  }
}

function compileAll(parts: readonly CompiledCondition[]): CompiledCondition {
  return {
    judge(frame) {
      let truth: Truth = TRUE;
      for (const part of parts) {
        const one = part.judge(frame);
        if (one === FALSE) return FALSE;
        if (one === UNKNOWN) truth = UNKNOWN;
      }
      return truth;
    },
    blame: (frame, wanted) => (wanted ? firstOf(parts, frame, FALSE) : parts.at(-1))?.blame(frame, wanted) ?? NOTHING,
  };
}

function compileAny(parts: readonly CompiledCondition[]): CompiledCondition {
  return {
    judge(frame) {
      let truth: Truth = FALSE;
      for (const part of parts) {
        const one = part.judge(frame);
        if (one === TRUE) return TRUE;
        if (one === UNKNOWN) truth = UNKNOWN;
      }
      return truth;
    },
    // An implication names its requirement last, and that is what its reader has to change.
    blame: (frame, wanted) =>
      (wanted
        ? (parts.findLast((one) => one.judge(frame) === UNKNOWN) ?? parts.at(-1))
        : firstOf(parts, frame, TRUE)
      )?.blame(frame, wanted) ?? NOTHING,
  };
}

const NOTHING = { where: '', steps: [], got: 'nothing to choose from', want: 'a condition' };

function firstOf(parts: readonly CompiledCondition[], frame: Frame, truth: Truth): CompiledCondition | undefined {
  const found = parts.find((one) => one.judge(frame) === truth);
  return found ?? parts.find((one) => one.judge(frame) === UNKNOWN);
}

function compileExists(value: CompiledValue): CompiledCondition {
  return {
    judge(frame) {
      const found = value.read(frame);
      return found instanceof Unknown ? UNKNOWN : found === undefined ? FALSE : TRUE;
    },
    blame: (frame, wanted) => blameAt(value, frame, wanted ? 'a value' : 'not set'),
  };
}

function compileTest({ test: name, value: tree, operand }: TestCondition, scope: Scope): CompiledCondition {
  const test = findTest(name);
  const [value, holds, want] = [compileValue(tree, scope), test.compile(operand), test.want(operand)];
  return {
    judge(frame) {
      const found = value.read(frame);
      if (found instanceof Unknown) return UNKNOWN;
      if (found === undefined) return FALSE;
      const held = holds(found);
      return held === undefined ? UNKNOWN : held ? TRUE : FALSE;
    },
    blame: (frame, wanted) => blameAt(value, frame, wanted ? want : unwanted(operand, want)),
  };
}

/** What is required where a test must not hold. */
function unwanted(operand: TestCondition['operand'], want: string): string {
  return typeof operand === 'boolean' ? `${!operand}, or not set` : `anything but ${want}`;
}

function compileSame(left: CompiledValue, right: CompiledValue): CompiledCondition {
  return {
    judge(frame) {
      const [one, other] = [left.read(frame), right.read(frame)];
      if (one instanceof Unknown || other instanceof Unknown) return UNKNOWN;
      return one !== undefined && one === other ? TRUE : FALSE;
    },
    blame: (frame, wanted) =>
      blameAt(left, frame, `${wanted ? '' : 'not '}${right.place(frame).text}, ${textOf(right.read(frame))}`),
  };
}
