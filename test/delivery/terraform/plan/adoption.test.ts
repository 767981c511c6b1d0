import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAdoptions } from '../../../../delivery/terraform/plan/adoption';
import { workspacePaths, type WorkspacePaths } from '../../../../delivery/terraform/workspace/workspace-paths';

let folder: string;
let paths: WorkspacePaths;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ndc-adopt-'));
  paths = workspacePaths(folder, 'a');
  mkdirSync(paths.module, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writeAdoptions()', () => {
  it('orders the taking over of objects, and takes the order back', () => {
    const file = join(paths.module, 'adopt.tf.json');
    writeAdoptions(paths, [{ address: 'kubernetes_role_binding.a_b', id: 'a/viewers' }]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      import: [{ to: 'kubernetes_role_binding.a_b', id: 'a/viewers' }],
    });
    writeAdoptions(paths, []);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    { address: 'kubernetes_namespace.a', id: '${file("/etc/passwd")}' },
    { address: 'kubernetes_namespace.a[0]', id: 'a' },
    { address: 'module.x', id: 'a/b/c' },
  ])('refuses $address and $id, which are no plain address and id', (adoption) => {
    expect(() => writeAdoptions(paths, [adoption])).toThrow(RangeError);
  });
});
