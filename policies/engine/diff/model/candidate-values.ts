import type { JsonValue } from '../../../../resources/resource';
import type { Scalar } from '../../language/scalar';
import { findTest } from '../../language/value-tests/test-table';
import { isMetBy, type Literal } from '../prove/literal';
import { IS_TRUE } from '../prove/truth-set';
import { patternSamples } from './pattern-samples';

/** What stands where nothing is asked of a value. */
const ANYTHING: readonly Scalar[] = ['x', '', 'other', 1, 0, true, false];

/** A scalar of one of these types of which every test answers as stated; undefined where none was found. */
export function tryScalar(
  types: readonly ('string' | 'number' | 'boolean')[],
  literals: readonly Literal[],
): Scalar | undefined {
  const near = literals.flatMap(nearValues);
  const candidates = [...near, ...joinedTexts(literals), ...ANYTHING].filter((one) => isScalar(one));
  return candidates.find(
    (one) => types.some((type) => typeof one === type) && literals.every((literal) => isMetBy(literal, one)),
  );
}

function nearValues({ test, operand, absentAs }: Literal): readonly JsonValue[] {
  const samples = test === 'matches' ? patternSamples(String(operand)) : [];
  return [...samples, ...findTest(test).near(operand), ...(absentAs === undefined ? [] : [absentAs])];
}

/** Texts that begin, hold and end with what must be in them. */
function joinedTexts(literals: readonly Literal[]): readonly string[] {
  const wanted = (name: Literal['test']): readonly string[] =>
    literals.filter(({ test, answers }) => test === name && answers === IS_TRUE).map(({ operand }) => String(operand));
  const longest = (texts: readonly string[]): string =>
    texts.reduce((most, one) => (one.length > most.length ? one : most), '');
  const [start, end] = [longest(wanted('starts-with')), longest(wanted('ends-with'))];
  const inside = [...wanted('contains'), ...wanted('matches').map((one) => patternSamples(one)[0] ?? '')].join('');
  return [`${start}${inside}${end}`, `${start}${inside}x${end}`, `${start}${end}`];
}

function isScalar(value: JsonValue): value is Scalar {
  return typeof value !== 'object';
}
