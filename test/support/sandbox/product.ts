import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { controlPlaneBinaries } from '../../../sandbox/binaries/binary-table';
import { describeWithProvider } from '../terraform/provider-mirror';
import { makeWorkplace, type Workplace } from '../written/workplace';
import { copyAssembly } from '../written/written-assembly';
import { callAs, type KubeCall, type KubeAnswer } from './kubeconfig-client';
import { realPrograms, whyNoPrograms } from './real-programs';

const root = resolve(__dirname, '../../..');
const program = join(root, 'dist/cli/main.js');
const LOOK_AGAIN_MILLISECONDS = 5;
/** A first run builds every program; after that, this is far more than it takes. */
const PREPARE_MILLISECONDS = 3_600_000;

/** What a command said. */
export interface Said {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly said: Promise<Said>;
}

/** The compiled program as a person runs it, with a sandbox of its own: real processes, real signals, real files. */
export class Product {
  readonly #place: Workplace = makeWorkplace();
  /** Name of its sandbox. */
  public static readonly sandbox = 'product';

  public constructor(
    /** The cluster that is meant where none is named. */
    public readonly first: string,
    private readonly others: readonly string[],
  ) {}

  public get folder(): string {
    return this.#place.folder;
  }

  public get assembly(): string {
    return join(this.folder, 'assembly');
  }

  public get kubeconfig(): string {
    return join(this.folder, 'ndc', 'sandboxes', Product.sandbox, 'kubeconfig');
  }

  /** Runs a command to its end. */
  public run(...given: readonly string[]): Promise<Said> {
    return this.begin(...given).said;
  }

  /** Starts a command; the folder stands for the person's own state. */
  public begin(...given: readonly string[]): Running {
    const child = spawn(process.execPath, [program, ...given], {
      cwd: this.folder,
      env: { ...process.env, XDG_STATE_HOME: this.folder, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { child, said: listen(child) };
  }

  /** The arguments of a command that works on the clusters of the sandbox. */
  public on(command: string, ...options: readonly string[]): readonly string[] {
    const target = command === 'retire' ? ['--assembly', this.assembly] : [this.assembly];
    return [command, ...target, '--sandbox-name', Product.sandbox, '--state', join(this.folder, 'state'), ...options];
  }

  /** Starts the control plane, or what of it was killed. */
  public async up(): Promise<void> {
    const options = [
      '--name',
      Product.sandbox,
      '--assembly',
      this.assembly,
      '--clusters',
      [this.first, ...this.others].join(),
    ];
    const { code, err } = await this.run('sandbox', 'up', ...options);
    if (code !== 0) throw new Error(`the sandbox did not start: ${err}`);
  }

  /** Ends the control plane and removes what it stored, and forgets every deploy. */
  public async down(): Promise<void> {
    await this.run('sandbox', 'down', '--name', Product.sandbox);
  }

  /** Calls the API server as somebody who may do everything. */
  public call(path: string, call: KubeCall = {}, cluster = this.first): Promise<KubeAnswer> {
    return callAs(this.kubeconfig, `${cluster}-break-glass`)(path, call);
  }

  /** The entries of the journal as they stand now; the line that is being written is left out. */
  public journal(): readonly JournalEntry[] {
    const file = join(this.folder, 'state', 'journal.ndjson');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as JournalEntry);
  }

  /** Waits until the journal says something, or the command that writes it ended. */
  public async untilJournal({ child }: Running, says: (entries: readonly JournalEntry[]) => boolean): Promise<boolean> {
    for (;;) {
      if (says(this.journal())) return true;
      if (child.exitCode !== null || child.signalCode !== null) return false;
      await pause(LOOK_AGAIN_MILLISECONDS);
    }
  }

  /** Ends the sandbox and removes everything. */
  public async remove(): Promise<void> {
    await this.down();
    this.#place.remove();
  }
}

/**
 * Tests of the compiled program on a real control plane with a real Terraform; skipped by name, with the reason, where
 * one of them can't be had. The assembly of the sandbox is written and has passed the gate.
 */
export function describeWithProduct(
  name: string,
  [first, ...others]: readonly [string, ...string[]],
  body: (product: () => Product) => void,
): void {
  const reason = existsSync(program) ? whyNoPrograms(controlPlaneBinaries) : 'not compiled; ndc test compiles';
  if (reason !== undefined) {
    describe.skip(`${name} (${reason})`, () => it('works on real control planes', () => undefined));
    return;
  }
  describeWithProvider(name, () => {
    let made: Product | undefined;
    beforeAll(async () => {
      await realPrograms(controlPlaneBinaries);
      made = new Product(first, others);
      await copyAssembly('sandbox', made.assembly);
      const { code, err } = await made.run('gate', made.assembly);
      if (code !== 0) throw new Error(`the gate does not pass the sandbox: ${err}`);
    }, PREPARE_MILLISECONDS);
    afterAll(async () => made?.remove());
    body(() => {
      if (made === undefined) throw new Error('the product is used before it is made ready');
      return made;
    });
  });
}

async function listen(child: ChildProcess): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? undefined, out: out.join(''), err: err.join('') };
}
