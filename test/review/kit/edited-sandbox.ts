import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadModel } from '../../../cli/load-model';
import type { RiskClass } from '../../../model/approvals/risk-class';
import type { Model } from '../../../model/model';
import { valueOf } from '../../../model/problem';
import { policyCatalog } from '../../../policies/catalog';
import { readAssembly } from '../../../resources/read/read-assembly';
import type { Resource } from '../../../resources/resource';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { buildReview } from '../../../review/build-review';
import type { Review } from '../../../review/review';
import type { ReviewedState } from '../../../review/reviewed-state';
import { synthesize } from '../../../synth/synthesize';
import { makeWorkplace } from '../../support/written/workplace';

const sandbox = resolve(__dirname, '../../../environments/sandbox');
const RULES = `sha256:${'1'.repeat(64)}`;

/** One edit of the sandbox: of a fact file, or of an object as somebody bends it behind the facts. */
export type Edit = FactEdit | ObjectEdit;

/** Replaces a text in a fact file, or writes a new one. */
export interface FactEdit {
  readonly name: string;
  /** Without extension. */
  readonly file: string;
  /** @default - the file is new */
  readonly find?: string;
  /** Undefined removes the file. */
  readonly put: string | undefined;
  /** What somebody bends behind the facts as well.
   * @default - nothing
   */
  readonly bend?: Bend;
}

/** Gives the object as it is then, with others beside it, nothing where it goes, or itself. */
export type Bend = (resource: Resource) => Resource | readonly Resource[] | undefined;

/** Changes objects of the assembly. */
export interface ObjectEdit {
  readonly name: string;
  readonly bend: Bend;
}

/** The sandbox with two people who may sign, of which edits are reviewed; the caller removes it. */
export class EditedSandbox {
  private readonly place = makeWorkplace();
  private readonly facts = join(this.place.folder, 'sandbox');
  private readonly built = new Map<string, ReviewedState>();
  private base: ReviewedState | undefined;

  public constructor() {
    cpSync(sandbox, this.facts, { recursive: true });
    for (const name of ['first', 'second']) this.write(`approvals/signers/${name}`, signer(name));
  }

  public remove(): void {
    this.place.remove();
  }

  /** What things of the sandbox are called. */
  public get names(): ReadonlySet<string> {
    const model = this.base?.view.model;
    const systems = (model?.systems ?? []).flatMap(({ id, declaration }) => [id, declaration]);
    const others = [...(model?.tenants ?? []), ...(model?.approvals.signers ?? [])].map(({ id }) => id);
    return new Set([...systems, ...others]);
  }

  /** The review of an edit, against the sandbox as it is, or as it was before this class of risk was known. */
  public async review(edit: Edit, unknown?: RiskClass): Promise<Review> {
    this.base ??= await this.read('base');
    const edited = 'file' in edit ? await this.edited(edit) : this.base;
    const after = edit.bend === undefined ? edited : bent(edited, edit.name, edit.bend);
    const before = unknown === undefined ? this.base : older(this.base, unknown);
    const input = { before, after, authors: ['author@test.gov.vn'], policies: policyCatalog };
    return buildReview({ ...input, today: '2026-12-01' });
  }

  /** Edits that differ in what is bent afterwards alone are built once. */
  private async edited(edit: FactEdit): Promise<ReviewedState> {
    const key = JSON.stringify([edit.file, edit.find, edit.put]);
    const known = this.built.get(key) ?? (await this.readEdited(edit));
    this.built.set(key, known);
    return known;
  }

  private async readEdited({ name, file, find, put }: FactEdit): Promise<ReviewedState> {
    const path = join(this.facts, `${file}.ts`);
    const before = find === undefined ? undefined : readFileSync(path, 'utf8');
    if (find !== undefined && before?.includes(find) !== true) throw new Error(`${name}: ${file} doesn't hold ${find}`);
    const text =
      put === undefined
        ? undefined
        : before === undefined || find === undefined
          ? put
          : before.replace(find, () => put);
    if (text === undefined) rmSync(path);
    else this.write(file, text);
    try {
      return await this.read('edited');
    } finally {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
  }

  private write(file: string, text: string): void {
    const path = join(this.facts, `${file}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  private async read(name: string): Promise<ReviewedState> {
    const place = { name: 'sandbox', folder: this.facts, root: this.place.folder };
    const { model, facts, locate } = loadModel(place);
    const folder = join(this.place.folder, name);
    await synthesize(model, { folder, facts, locate });
    return {
      view: new AssemblyView(valueOf(readAssembly(folder))),
      rules: RULES,
      stated: undefinedRules,
      findings: [],
    };
  }
}

/** No rule stands on either side, so that none differs. */
const undefinedRules = { engine: RULES, rules: [] };

function bent(base: ReviewedState, name: string, bend: Bend): ReviewedState {
  const { assembly } = base.view;
  const touched = new Set<string>();
  const resources = assembly.resources.flatMap((one) => {
    const made = bend(one);
    if (made !== one) touched.add(one.artifact.file);
    return made ?? [];
  });
  if (touched.size === 0) throw new Error(`${name} bends nothing`);
  const files = assembly.files.map((one) =>
    touched.has(one.path) ? { ...one, digest: `${one.digest.slice(0, -4)}bent` } : one,
  );
  return {
    ...base,
    view: new AssemblyView({ ...assembly, resources, files, digest: `${assembly.digest.slice(0, -4)}bent` }),
  };
}

/** A state whose facts don't state yet who signs for a class of risk. */
function older(base: ReviewedState, unknown: RiskClass): ReviewedState {
  const { assembly } = base.view;
  const stated = Object.entries(assembly.model.approvals.needs).filter(([name]) => name !== unknown);
  // Nobody can write such facts today; an assembly from before is so.
  const needs = Object.fromEntries(stated) as Model['approvals']['needs'];
  const model = { ...assembly.model, approvals: { ...assembly.model.approvals, needs } };
  return { ...base, view: new AssemblyView({ ...assembly, model }) };
}

function signer(name: string): string {
  const key = `ssh-ed25519 ${Buffer.from(name.padEnd(48, '-')).toString('base64')}`;
  return `export default { roles: ['security', 'operations'], accounts: ['${name}@test.gov.vn'], keys: [{ key: '${key}', from: '2026-01-01', until: '2027-12-31' }] };\n`;
}
