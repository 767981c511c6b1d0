import { findTest } from '../language/value-tests/test-table';
import type { Condition, ValueTree } from '../language/tree';

/** A condition in few words, for the reader of a finding. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(describeCondition).join(' and ');
    case 'any':
      return condition.of.map(describeCondition).join(' or ');
    case 'not':
      return `not ${describeCondition(condition.of)}`;
    case 'exists':
      return `${describeValue(condition.value)} set`;
    case 'test':
      return `${describeValue(condition.value)} ${findTest(condition.test).want(condition.operand)}`;
    case 'same':
      return `${describeValue(condition.left)} as ${describeValue(condition.right)}`;
    case 'count':
      return `${condition.order.replace('-', ' ')} ${condition.number} ${condition.lists.map(describeValue).join(', ')}`;
    case 'every':
    case 'some': {
      const lists = condition.lists.map(describeValue).join(', ');
      return `${condition.kind} of ${lists} with ${describeCondition(condition.body)}`;
    }
  }
}

function describeValue(value: ValueTree): string {
  switch (value.kind) {
    case 'object':
      return '';
    case 'bound':
      return '';
    case 'member':
      return [describeValue(value.of), value.key].filter((one) => one !== '').join('.');
    case 'entry':
      return `value of ${describeValue(value.of)}`;
    case 'namespace-label':
      return `namespace label ${value.key}`;
    case 'default':
      return describeValue(value.of);
  }
}
