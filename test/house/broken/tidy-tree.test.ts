import { sampleTree, verdictOf } from '../kit/law';
import { tidyTree } from '../laws/tidy-tree';

describe('law tidy-tree', () => {
  it('finds strays, folders of a technical kind and other spellings', () => {
    const files = sampleTree({
      'notes.txt': '',
      'attic/a.ts': '',
      'model/utils/b.ts': '',
      'model/addressPlan.ts': '',
    });
    expect(verdictOf(tidyTree, files)).toEqual([
      'attic/a.ts:0 attic/ has no place at the root',
      'model/addressPlan.ts:0 is not named in kebab-case',
      'model/utils/b.ts:0 stands in a folder named for a technical kind',
      'notes.txt:0 notes.txt has no place at the root',
    ]);
  });

  it('passes the house', () => {
    const files = sampleTree({
      ndc: '',
      'README.md': '',
      'model/address/ip4-text.ts': '',
      '.ci/run': '',
      'test/model/ip.test.ts': '',
    });
    expect(verdictOf(tidyTree, files)).toEqual([]);
  });
});
