import { makeFactTree } from '../../facts/fact-tree';
import { parseLiteral } from '../../facts/parse-literal';
import { stateFacts } from '../../facts/state-facts';
import { valueOf } from '../../model/problem';

describe('stateFacts()', () => {
  it('gives each file with its value and the line of everything in it', () => {
    const text = "export default {\n  'a/b': 1,\n  list: [\n    { name: 'Điện' },\n    [],\n  ],\n};\n";
    const place = { id: 'systems/x', displayPath: 'environments/e/systems/x.ts' };
    const tree = makeFactTree([{ ...valueOf(parseLiteral(text, place)), ...place }]);
    expect(stateFacts(tree)).toEqual({
      'systems/x': {
        file: 'environments/e/systems/x.ts',
        value: { 'a/b': 1, list: [{ name: 'Điện' }, []] },
        lines: { '': 1, '/a~1b': 2, '/list': 3, '/list/0': 4, '/list/0/name': 4, '/list/1': 5 },
      },
    });
  });
});
