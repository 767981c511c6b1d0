import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiFailure } from '../../../sandbox/control-plane/api/api-client';
import { clusterPlace } from '../../../sandbox/control-plane/cluster-place';
import { UnusableFile } from '../../../sandbox/control-plane/files/unusable-file';
import { EndedProcess } from '../../../sandbox/control-plane/start/ended-process';
import { failureProblem } from '../../../sandbox/control-plane/start/failure-problem';
import { NotReady } from '../../../sandbox/control-plane/start/start-cluster';

describe('the end of a process', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ndc-ended-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const ended = (log: string): EndedProcess => {
    const place = clusterPlace(folder, 'one');
    mkdirSync(place.logs, { recursive: true });
    if (log !== '') writeFileSync(join(place.logs, 'etcd.log'), log);
    return new EndedProcess('etcd', place);
  };

  it('is told with its last words and the way on', () => {
    expect(ended('first\nsecond\nthird\nfourth\n').explain('mine', 'one')).toEqual({
      code: 'sandbox-process-ended',
      at: ['mine', 'one', 'etcd'],
      what: 'etcd of one has ended',
      got: 'second\n        third\n        fourth',
      want: 'a process that runs',
      next: 'read ndc sandbox logs one/etcd, then ndc sandbox up starts what is missing',
    });
  });

  it.each([
    [
      'listen tcp 127.0.0.1:1: bind: address already in use\nbye\n',
      true,
      'sandbox-process-ended',
      /another process has its port/,
    ],
    ['write wal: no space left on device\n', false, 'sandbox-disk-full', /its disk is full/],
    ['', false, 'sandbox-process-ended', /has ended$/],
  ])('is explained by what it says: %j', (log, wantsPort, code, what) => {
    const process = ended(log);
    expect(process.wantsTakenPort).toBe(wantsPort);
    expect(process.explain('mine', 'one')).toMatchObject({ code, what: expect.stringMatching(what) as string });
  });

  it('shows no more than a line can hold', () => {
    expect(ended(`${'x'.repeat(5_000)}\n`).explain('mine', 'one').got).toHaveLength(300);
  });
});

describe('failureProblem()', () => {
  const place = { sandbox: 'mine', folder: '/folder', cluster: 'one' };
  const system = (code: string): Error => Object.assign(new Error(`${code}: write`), { code });

  it.each([
    [system('ENOSPC'), 'sandbox-disk-full'],
    [system('EDQUOT'), 'sandbox-disk-full'],
    [system('EROFS'), 'sandbox-folder-unusable'],
    [system('EACCES'), 'sandbox-folder-unusable'],
    [new NotReady('nodes'), 'sandbox-not-ready'],
    [new ApiFailure('PATCH /api: 403: forbidden'), 'sandbox-not-ready'],
    [new UnusableFile('no YAML'), 'sandbox-file-unusable'],
  ])('knows what the outside does: %s', (error, code) => {
    expect(failureProblem(error, place)).toMatchObject({ code, at: ['mine', 'one'] });
  });

  it('throws on what only a mistake of ours can be', () => {
    expect(() => failureProblem(new TypeError('undefined is not a function'), place)).toThrow(TypeError);
  });
});
