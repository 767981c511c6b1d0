import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const launcher = resolve(__dirname, '../../ndc');

describe('./ndc', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-launcher-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['v18.20.0', 'v20.18.3'])(
    'says plainly that Node.js %s is too old, also through a link, and exits 3',
    (version) => {
      writeFileSync(join(folder, 'node'), `#!/bin/sh\necho ${version}\n`);
      chmodSync(join(folder, 'node'), 0o755);
      const link = join(folder, `ndc-${version}`);
      symlinkSync(launcher, link);
      const { status, stdout, stderr } = spawnSync(link, ['doctor'], {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
      });
      expect({ status, stdout, stderr }).toEqual({
        status: 3,
        stdout: '',
        stderr: `ndc: Node.js 20.19 or newer is needed, and this is ${version}\n`,
      });
    },
  );
});
