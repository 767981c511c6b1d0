import { printCount } from '../../model/print-count';

test.each([
  [0, 'object', undefined, '0 objects'],
  [1, 'object', undefined, '1 object'],
  [2, 'object', undefined, '2 objects'],
  [1, 'entry', 'entries', '1 entry'],
  [2, 'entry', 'entries', '2 entries'],
])('printCount(%i, %s, %s) is %s', (count, one, many, want) => {
  expect(printCount(count, one, many)).toBe(want);
});
