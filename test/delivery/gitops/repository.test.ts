import fc from 'fast-check';
import { parseRepository, pathInRepository, revisionOf } from '../../../delivery/gitops/repository';
import { repositoryOf } from './request';

const given = { url: 'https://git.test.gov.vn/fleet.git', revision: 'main', path: '.', promotion: 'by-wave' } as const;

function codesOf(bend: object): readonly string[] {
  const parsed = parseRepository({ ...given, ...bend });
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
}

describe('parseRepository()', () => {
  it.each([
    ['https://git.test.gov.vn/a/fleet.git', 'git', 'git.test.gov.vn', 443],
    ['ssh://git@git.test.gov.vn:2222/fleet', 'git', 'git.test.gov.vn', 2222],
    ['oci://registry.test.gov.vn/platform/fleet', 'oci', 'registry.test.gov.vn', 443],
    ['https://[2001:db8::1]:8443/fleet.git', 'git', '2001:db8::1', 8443],
  ])('reads %s', (url, kind, host, port) => {
    expect(repositoryOf({ url })).toMatchObject({ kind, url, host, port });
  });

  it.each([
    ['http://git.test.gov.vn/fleet.git', 'repository-url-malformed'],
    ['git@git.test.gov.vn:fleet.git', 'repository-url-malformed'],
    ['file:///fleet.git', 'repository-url-malformed'],
    ['https://git.test.gov.vn', 'repository-url-malformed'],
    ['https://git.test.gov.vn/fleet.git?token=1', 'repository-url-malformed'],
    ['https://git.test.gov.vn/../fleet.git', 'repository-url-malformed'],
    ['https://git.test.gov.vn/fleet.git\n  evil: yes', 'repository-url-malformed'],
    ['https://git.test.gov.vn/$(id)', 'repository-url-malformed'],
    ['https://git.test.gov.vn:99999/fleet.git', 'repository-url-malformed'],
    ['oci://registry.test.gov.vn/Fleet', 'repository-url-malformed'],
    ['oci://registry.test.gov.vn/fleet:latest', 'repository-url-malformed'],
    ['https://user@git.test.gov.vn/fleet.git', 'repository-url-with-credentials'],
    ['https://user:word@git.test.gov.vn/fleet.git', 'repository-url-with-credentials'],
    ['ssh://git:word@git.test.gov.vn/fleet.git', 'repository-url-with-credentials'],
    ['https://localhost/fleet.git', 'repository-host-of-itself'],
    ['https://127.0.0.1/fleet.git', 'repository-host-of-itself'],
    ['https://[::1]/fleet.git', 'repository-host-of-itself'],
    ['https://git.gitea.svc.cluster.local/fleet.git', 'repository-host-of-itself'],
    [`https://git.test.gov.vn/${'a'.repeat(600)}`, 'repository-url-malformed'],
  ])('refuses %j as %s', (url, code) => {
    expect(codesOf({ url })).toEqual([code]);
  });

  it('never repeats a password that it refuses', () => {
    const parsed = parseRepository({ ...given, url: 'https://user:hunter2@git.test.gov.vn/fleet.git?x' });
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });

  it('takes no text that could mean more than a branch, a tag or a folder', () => {
    for (const revision of ['', '-x', 'a..b', 'a b', 'a//b', 'a/', 'a.lock', 'a~1', 'a\nb', 'x'.repeat(101)])
      expect(codesOf({ revision })).toEqual(['revision-malformed']);
    expect(codesOf({ url: 'oci://registry.test.gov.vn/fleet', revision: 'a/b' })).toEqual(['revision-malformed']);
    for (const path of ['../x', 'a/../b', 'a//b', 'a b', '$x', '.git', 'a'.repeat(201)])
      expect(codesOf({ path })).toEqual(['repository-path-malformed']);
  });

  it('tells everything that is wrong at once', () => {
    expect(codesOf({ url: 'x', revision: '', path: '..' })).toEqual([
      'repository-url-malformed',
      'revision-malformed',
      'repository-path-malformed',
    ]);
  });

  it('writes no character into the tree that YAML or a shell reads as more than itself', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
        fc.string(),
        (url, revision, path) => {
          const parsed = parseRepository({ ...given, url, revision, path });
          return (
            !parsed.ok ||
            [parsed.value.url, parsed.value.revision, parsed.value.path].every((one) => /^[\w@:./~[\]-]*$/.test(one))
          );
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('a repository', () => {
  it('gives each wave a revision of its own unless all share one', () => {
    expect(revisionOf(repositoryOf(), 'canary')).toBe('main-canary');
    expect(revisionOf(repositoryOf())).toBe('main');
    expect(revisionOf(repositoryOf({ promotion: 'together' }), 'canary')).toBe('main');
  });

  it('puts the tree into its folder', () => {
    expect(pathInRepository(repositoryOf(), 'clusters/a')).toBe('clusters/a');
    expect(pathInRepository(repositoryOf({ path: './fleet/north/' }), 'clusters/a')).toBe('fleet/north/clusters/a');
  });
});
