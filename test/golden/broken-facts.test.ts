import { printCase, problemsOf } from '../corpus/broken-fact';
import { corpus } from '../corpus/corpus';
import { expectGolden } from '../support/expect-golden';

describe('problems of broken facts', () => {
  it('read as the table says', () => {
    expectGolden('sandbox/broken-facts.txt', corpus.map((broken) => printCase(broken, problemsOf([broken]))).join('\n'));
  });
});
