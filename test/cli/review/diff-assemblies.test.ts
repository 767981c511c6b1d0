import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../model/canonical-json';
import { digestOf } from '../../../resources/digest';
import type { Review } from '../../../review/review';
import { AUTHOR, OPENED, SignedSandbox } from './kit/signed-sandbox';

const sandbox = new SignedSandbox();
afterAll(() => sandbox.remove());

beforeAll(async () => {
  console.time('synth1');
  await sandbox.synth('old');
  console.timeEnd('synth1');
  sandbox.edit(OPENED);
  console.time('synth2');
  await sandbox.synth('new');
  console.timeEnd('synth2');
});

describe('ndc diff of two assemblies', () => {
  it('x', async () => {
    console.time('diff');
    const ran = await sandbox.run('diff', 'old', 'new', '--author', AUTHOR);
    console.timeEnd('diff');
    console.time('diff');
    const ran2 = await sandbox.run('diff', 'old', 'new', '--author', AUTHOR);
    console.timeEnd('diff');
    console.log(ran.code, ran.out, ran.err);
    console.log(await sandbox.run('diff', 'old', 'old'));
    console.log(await sandbox.run('diff', 'old', 'nowhere'));
    console.log((await sandbox.run('diff', 'old')).err);
  });
});
