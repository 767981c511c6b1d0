import { dataClasses, dataClassTable, findDataClass } from '../../../model/tenancy/data-class';

describe('dataClassTable', () => {
  test('orders the classes from public to ultra secret, and never lowers the level on the way', () => {
    expect(dataClasses).toEqual(['public', 'private', 'personal', 'secret', 'top-secret', 'ultra-secret']);
    const levels = dataClassTable.map(({ levelMin }) => levelMin);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  });

  test('asks for level 2 for personal data and level 3 for state secrets', () => {
    expect(dataClassTable.map(({ name, levelMin }) => `${name} ${levelMin}`)).toEqual([
      'public 1',
      'private 2',
      'personal 2',
      'secret 3',
      'top-secret 3',
      'ultra-secret 3',
    ]);
  });

  test('keeps every state secret off the general cloud', () => {
    expect(dataClasses.filter((name) => !findDataClass(name).generalCloud)).toEqual([
      'secret',
      'top-secret',
      'ultra-secret',
    ]);
  });
});
