import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterPlace } from '../../../sandbox/control-plane/cluster-place';
import { tryReadState, writeState, type ClusterState } from '../../../sandbox/control-plane/cluster-state';
import { freePorts, isFree } from '../../../sandbox/control-plane/free-ports';
import { addToSandbox, tryReadSandbox } from '../../../sandbox/control-plane/sandbox-record';
import { settlePorts } from '../../../sandbox/control-plane/start/settle-ports';

const none = (): boolean => false;

describe('ports', () => {
  it('are different, and free at that moment', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    for (const port of ports) expect(await isFree(port)).toBe(true);
  });

  it('stay as they are written down while nobody else has them', async () => {
    const known = await settlePorts(undefined, none);
    expect(await settlePorts(known, none)).toEqual(known);
  });

  it('move when a stranger has one of them, unless our own process is it', async () => {
    const stranger = createServer();
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    const known = { ...(await settlePorts(undefined, none)), api: port };
    const moved = await settlePorts(known, none);
    expect(await isFree(port)).toBe(false);
    expect(moved.api).not.toBe(port);
    expect({ ...moved, api: 0 }).toEqual({ ...known, api: 0 });
    expect(await settlePorts(known, (program) => program === 'kube-apiserver')).toEqual(known);
    stranger.close();
  });
});

describe('what is written down of a cluster', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ndc-state-'));
    mkdirSync(clusterPlace(folder, 'one').folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const state: ClusterState = {
    ports: { api: 1, etcd: 2, etcdPeer: 3 },
    processes: { etcd: { pid: 4, started: '5', plan: 'digest' } },
    nodes: 6,
    deviations: ['one'],
    applied: '',
  };

  it('is read as it was written', () => {
    const place = clusterPlace(folder, 'one');
    expect(tryReadState(place)).toBeUndefined();
    writeState(place, state);
    expect(tryReadState(place)).toEqual(state);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 40)],
    ['emptied', () => ''],
    ['of another shape', () => '{"ports":{"api":"1"},"processes":{}}'],
    ['with a program that is none', (text: string) => text.replace('"etcd": {', '"stranger": {')],
    ['with a process without a number', (text: string) => text.replace('"pid": 4', '"pid": "4"')],
  ])('counts as nothing when it is %s', (_, spoil) => {
    const place = clusterPlace(folder, 'one');
    writeState(place, state);
    writeFileSync(place.state, spoil(readFileSync(place.state, 'utf8')));
    expect(tryReadState(place)).toBeUndefined();
  });

  it('lists the clusters of a sandbox, old and new, sorted', () => {
    expect(tryReadSandbox(folder)).toBeUndefined();
    addToSandbox(folder, 'mine', ['two']);
    expect(addToSandbox(folder, 'mine', ['one', 'two'])).toEqual({ name: 'mine', clusters: ['one', 'two'] });
    expect(tryReadSandbox(folder)).toEqual({ name: 'mine', clusters: ['one', 'two'] });
    writeFileSync(join(folder, 'sandbox.json'), '[]');
    expect(tryReadSandbox(folder)).toBeUndefined();
  });
});
