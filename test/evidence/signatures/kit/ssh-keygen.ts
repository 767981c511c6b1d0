import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the real program said. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of files in which the real ssh-keygen works. */
export class SshKeygen {
  public readonly folder = mkdtempSync(join(tmpdir(), 'ndc-ssh-'));

  public run(given: readonly string[], input: Uint8Array = Buffer.alloc(0)): Said {
    const { status, stdout, stderr } = spawnSync('ssh-keygen', given, { cwd: this.folder, input, timeout: 60_000 });
    return { code: status, out: stdout.toString(), err: stderr.toString() };
  }

  public write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), content, { mode: 0o600 });
  }

  public read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Makes a key pair; the text of its public half. */
  public makeKey(name: string, options: readonly string[]): string {
    const { code, err } = this.run(['-q', '-N', '', '-C', 'made for a test', '-f', name, ...options]);
    if (code !== 0) throw new Error(err);
    return this.read(`${name}.pub`);
  }

  /** Signs bytes with a key of this folder; the text of the signature. */
  public sign(name: string, namespace: string, message: Uint8Array): string {
    const { code, out, err } = this.run(['-q', '-Y', 'sign', '-f', name, '-n', namespace], message);
    if (code !== 0) throw new Error(err);
    return out;
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Tests that need the real ssh-keygen; skipped by name where there is none. */
export function describeWithSshKeygen(name: string, body: (program: SshKeygen) => void): void {
  // Without arguments about a file it says what it can do, and fails.
  if (spawnSync('ssh-keygen', ['-?'], { stdio: 'ignore' }).error !== undefined) {
    describe.skip(`${name} (ssh-keygen: none on PATH)`, () => it('needs ssh-keygen', () => undefined));
    return;
  }
  describe(name, () => {
    const program = new SshKeygen();
    afterAll(() => program.remove());
    body(program);
  });
}
