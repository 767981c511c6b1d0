import { join } from 'node:path';
import type { Review } from '../../../review/review';
import { FactRepository } from './kit/fact-repository';
import { AUTHOR, OPENED } from './kit/signed-sandbox';

const repository = new FactRepository();
const { env } = repository;

beforeAll(() => {
  repository.commit('before', 'zoe@test.gov.vn');
  repository.edit(OPENED);
  repository.commit('after', AUTHOR);
});
afterEach(() => expect(repository.leftovers()).toEqual([]));
afterAll(() => repository.remove());

async function review(...given: readonly string[]): Promise<Review> {
  const { code, out, err } = await repository.run('diff', ...given, ...env, '--format', 'json');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  return JSON.parse(out) as Review;
}

describe('ndc diff of two revisions of the facts', () => {
  it('tells what the change means, and takes its authors from Git', async () => {
    const { content } = await review('before', 'after');
    expect(content.authors).toEqual(['dung']);
    expect(content.facts.map(({ fact, at, source }) => [fact, at, source])).toEqual([
      ['systems/services/reporting', 'flows.1', 'sandbox/systems/services/reporting.ts:34'],
    ]);
    expect(content.needs.map((need) => need.class)).toEqual(['tenant-path', 'path-opened', 'other-changed']);
  });

  it('comes to the digest of the same two states as assemblies', async () => {
    const head = await repository.synth('new');
    repository.git('checkout', '--quiet', 'before');
    const base = await repository.synth('old');
    repository.git('checkout', '--quiet', 'main');
    const { digest } = await review('before', 'after');
    const { out } = await repository.run('diff', base, head, '--author', AUTHOR, '--format', 'json');
    expect((JSON.parse(out) as Review).digest).toBe(digest);
  });

  it('runs no program that the repository names: no hook, no filter, no monitor', async () => {
    repository.spyOnCheckouts();
    const { content } = await review('before', 'after');
    expect(content.facts).toHaveLength(1);
    expect(repository.spyRan).toBe(false);
    repository.git('worktree', 'add', '--quiet', '--detach', join(repository.folder, 'by-hand'), 'before');
    expect(repository.spyRan).toBe(true);
    repository.git('worktree', 'remove', '--force', join(repository.folder, 'by-hand'));
  });

  it('reads the repository of the facts where a hook that calls it names another one', async () => {
    process.env['GIT_DIR'] = join(repository.folder, 'nowhere');
    const { content } = await review('before', 'after').finally(() => Reflect.deleteProperty(process.env, 'GIT_DIR'));
    expect(content.facts).toHaveLength(1);
  });
});
