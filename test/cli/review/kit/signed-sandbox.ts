import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadModel } from '../../../../cli/load-model';
import { main } from '../../../../cli/main';
import { parsePrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { printPublicKey } from '../../../../evidence/signatures/ssh/public-key';
import { valueOf } from '../../../../model/problem';
import { synthesize } from '../../../../synth/synthesize';
import { captureIo } from '../../../support/capture-io';
import { makeWorkplace } from '../../../support/written/workplace';

const sandbox = resolve(__dirname, '../../../../environments/sandbox');

/** What a command said, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The moment at which commands run, unless a test says another. */
export const NOW = '2026-11-24T03:00:00Z';

/** The people of the signer list: Dung writes changes, the others sign. */
const people = {
  an: { roles: ['security', 'data-protection'], from: '2026-01-01', until: '2027-12-31' },
  binh: { roles: ['operations'], from: '2026-01-01', until: '2027-12-31' },
  dung: { roles: ['security', 'operations'], from: '2026-01-01', until: '2027-12-31' },
  expired: { roles: ['operations'], from: '2025-01-01', until: '2026-11-23' },
  future: { roles: ['operations'], from: '2026-11-25', until: '2027-12-31' },
} as const;

export type Person = keyof typeof people;

/** Mail address of the person who writes every change. */
export const AUTHOR = 'dung@test.gov.vn';

/** A database of each province that a ministry may read: a path between agencies. */
export const OPENED = {
  file: 'systems/services/reporting',
  find: "via: 'lgsp',\n    },\n",
  put: "via: 'lgsp',\n    },\n    { name: 'cases', from: 'server', to: { system: 'province-procedures', zone: 'database' }, ports: [{ port: 5432, protocol: 'TCP' }], reason: { vi: 'Đọc', en: 'Reads' }, via: 'lgsp' },\n",
} as const;

/** The sandbox with people who may sign, in a folder where commands are run; the caller removes it. */
export class SignedSandbox {
  readonly #place = makeWorkplace();
  /** Folder of the facts. */
  public readonly facts: string;

  /** @param facts - below the folder of the commands */
  public constructor(facts = 'sandbox') {
    this.facts = join(this.folder, facts);
    cpSync(sandbox, this.facts, { recursive: true });
    for (const [name, { roles, from, until }] of Object.entries(people))
      this.write(`approvals/signers/${name}`, signerText(name, { roles, from, until, key: this.makeKey(name) }));
  }

  public get folder(): string {
    return this.#place.folder;
  }

  public remove(): void {
    this.#place.remove();
  }

  /** Makes a key, keeps its private half in `<name>.pem`, and gives its public half. */
  public makeKey(name: string): string {
    const text = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    writeFileSync(join(this.folder, `${name}.pem`), text, { mode: 0o600 });
    return printPublicKey(valueOf(parsePrivateKey(text)).publicKey);
  }

  /** The text of a fact, by its name without extension. */
  public read(file: string): string {
    return readFileSync(join(this.facts, `${file}.ts`), 'utf8');
  }

  public write(file: string, text: string): void {
    const path = join(this.facts, `${file}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  public forget(file: string): void {
    rmSync(join(this.facts, `${file}.ts`));
  }

  /** Replaces a text in a fact, and gives the fact as it was. */
  public edit({ file, find, put }: { readonly file: string; readonly find: string; readonly put: string }): string {
    const before = this.read(file);
    if (!before.includes(find)) throw new Error(`${file} doesn't hold ${find}`);
    this.write(
      file,
      before.replace(find, () => put),
    );
    return before;
  }

  /**
   * Writes the assembly of the facts as they are, under a name in the folder of the commands; the gate passes it, once it is
   * bent.
   */
  public async synth(name: string, bend = (_: string): void => undefined): Promise<string> {
    const place = { name: 'sandbox', folder: this.facts, root: dirname(this.facts) };
    const { model, facts, locate } = loadModel(place);
    const folder = join(this.folder, name);
    await synthesize(model, { folder, facts, locate });
    bend(folder);
    expect(await this.run('gate', name)).toMatchObject({ code: 0 });
    return folder;
  }

  /** Runs a command in this process; a stack trace is never shown. */
  public async run(...argv: readonly string[]): Promise<Ran> {
    return this.runAt(NOW, ...argv);
  }

  /** Runs a command at a moment. */
  public async runAt(now: string, ...argv: readonly string[]): Promise<Ran> {
    const captured = captureIo({ now: () => new Date(now), cwd: this.folder });
    const code = await main(argv, captured.io);
    const ran = { code, out: captured.out(), err: captured.err() };
    expect(`${ran.out}${ran.err}`).not.toMatch(/\n\s+at .+:\d+:\d+/);
    return ran;
  }
}

/** What a fact of a signer says. */
interface SignerText {
  readonly roles: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly key: string;
}

/** The text of a fact in `approvals/signers/`. */
export function signerText(name: string, { roles, from, until, key }: SignerText): string {
  const value = { roles, accounts: [`${name}@test.gov.vn`], keys: [{ key, from, until }] };
  return `export default ${JSON.stringify(value)};\n`;
}
