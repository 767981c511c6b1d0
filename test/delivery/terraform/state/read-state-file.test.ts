import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStateFile } from '../../../../delivery/terraform/state/read-state';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ndc-state-'));
  path = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(value: unknown): ReturnType<typeof parseStateFile> {
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return parseStateFile(path);
}

const instance = { schema_version: 0, attributes: { id: 'a/b', data: { password: 'hunter2' } } };
const state = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 7,
  lineage: 'e1a4af73',
  resources: [
    { mode: 'managed', type: 'kubernetes_secret', name: 'b', provider: 'p', instances: [instance] },
    { mode: 'data', type: 'kubernetes_secret', name: 'c', provider: 'p', instances: [instance] },
    {
      mode: 'managed',
      type: 'kubernetes_namespace',
      name: 'a',
      provider: 'p',
      instances: [{ index_key: 'x"y', status: 'tainted', attributes: null }],
    },
  ],
};

describe('parseStateFile()', () => {
  it('tells addresses, ids and half-made objects, and keeps no field of any', () => {
    expect(read(state)).toEqual({
      ok: true,
      value: {
        lineage: 'e1a4af73',
        serial: 7,
        objects: [
          { address: 'kubernetes_namespace.a["x\\"y"]', type: 'kubernetes_namespace', id: undefined, isTainted: true },
          { address: 'kubernetes_secret.b', type: 'kubernetes_secret', id: 'a/b', isTainted: false },
        ],
      },
    });
  });

  it('takes nothing for no state yet', () => {
    expect(read('\n')).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['no JSON', '{'],
    ['another format', { ...state, version: 3 }],
    ['no serial', { version: 4 }],
  ])('refuses %s', (_, value) => {
    const outcome = read(value);
    expect(outcome.ok ? [] : outcome.failures.map(({ kind }) => kind)).toEqual(['unreadable-answer']);
  });
});
