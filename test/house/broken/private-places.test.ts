import { sampleTree, verdictOf } from '../kit/law';
import { privatePlaces } from '../laws/private-places';

describe('law private-places', () => {
  it('finds paths of a machine, registries and places of packages', () => {
    const files = sampleTree({
      'a.md': `see ${['', 'root', 'notes'].join('/')}\nand "${['', 'home', 'lan', 'notes'].join('/')}"`,
      'b.json': `"resolved${'"'}: "x"\n${['registry', 'npmjs', 'org'].join('.')}`,
      '.npmrc': ['registry', 'https://example.org'].join('='),
    });
    expect(verdictOf(privatePlaces, files)).toEqual([
      '.npmrc:1 configures a package registry',
      'a.md:1 holds a path of one machine',
      'a.md:2 holds a path of one machine',
      'b.json:1 holds where a package was fetched from',
      'b.json:2 names a package registry',
    ]);
  });

  it('passes addresses on the web, relative paths and other registries', () => {
    const files = sampleTree({
      'a.md': 'https://example.org/work/a ./work/b registry.terraform.io/hashicorp/kubernetes',
    });
    expect(verdictOf(privatePlaces, files)).toEqual([]);
  });
});
