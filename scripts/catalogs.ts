import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogText, type CatalogEntry, type CatalogForm } from './catalog-text';
import type { Generator } from './generated-file';
import { listModules, root } from './repository';

/** A folder whose files become a catalog. */
interface Catalog {
  readonly folder: string;
  /** Which files of the folder belong to it, by their path from there without extension. */
  readonly member: RegExp;
  /** The function that makes the default export of each file. */
  readonly maker: string;
  /** The file that must exist before there can be a catalog. */
  readonly definedIn: string;
  readonly output: string;
  /** What comes before each path in an import. */
  readonly importFrom: string;
  /** The part of the path that is the id. */
  id(path: string): string;
  /** The variable of a file in the catalog. */
  variable(path: string): string;
  /** Whether the catalog tells what each file states as its summary.
   * @default - it doesn't
   */
  readonly tellsSummary?: boolean;
  readonly form: CatalogForm;
}

const whole = (path: string): string => path;
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const catalogs: readonly Catalog[] = [
  {
    folder: 'policies',
    member: /^[^/]+\/[^/]+$/,
    maker: 'define(?:Policy|Rule)',
    definedIn: 'policies/evaluation.ts',
    output: 'policies/catalog.ts',
    importFrom: './',
    id: whole,
    variable: camelCase,
    form: {
      header: "import type { NamedPolicy } from './evaluation';",
      comment: 'Every policy under its id (its path below policies/), sorted by id.',
      declare: 'policyCatalog: readonly NamedPolicy[]',
      entry: ({ id, variable }) => `{ id: '${id}', policy: ${variable} },`,
    },
  },
  {
    folder: 'policies/engine/targets',
    member: /^(?:[^/]+\/)?[^/]+$/,
    maker: 'defineTarget',
    definedIn: 'policies/engine/language/target.ts',
    output: 'policies/engine/targets/catalog.ts',
    importFrom: './',
    id: whole,
    variable: (path) => camelCase(lastPart(path)),
    form: {
      header: "import type { Target } from '../language/target';",
      comment: 'Everything that rules can be about, sorted by the name of its file.',
      declare: 'targetCatalog: readonly Target<unknown>[]',
      entry: ({ variable }) => `${variable},`,
    },
  },
  {
    folder: 'reports/formats',
    member: /^[^/]+$/,
    maker: 'defineFormat',
    definedIn: 'reports/define-format.ts',
    output: 'reports/catalog.ts',
    importFrom: './formats/',
    id: whole,
    variable: (path) => `${camelCase(path)}Format`,
    form: {
      header: "import type { ReportFormat } from './define-format';",
      comment: 'Every report format under the name of its file, sorted by name.',
      declare: 'formatCatalog: readonly { readonly id: string; readonly format: ReportFormat }[]',
      entry: ({ id, variable }) => `{ id: '${id}', format: ${variable} },`,
    },
  },
  {
    folder: 'delivery/gitops/engines',
    member: /^[^/]+$/,
    maker: 'defineGitopsEngine',
    definedIn: 'delivery/gitops/define-engine.ts',
    output: 'delivery/gitops/catalog.ts',
    importFrom: './engines/',
    id: whole,
    variable: (path) => `${camelCase(path)}Engine`,
    form: {
      header: "import type { GitopsEngine } from './define-engine';",
      comment: 'Every GitOps engine under the name of its file, sorted by name.',
      declare: 'gitopsEngineCatalog: readonly { readonly id: string; readonly engine: GitopsEngine }[]',
      entry: ({ id, variable }) => `{ id: '${id}', engine: ${variable} },`,
    },
  },
  {
    folder: 'cli/commands',
    member: /^(?:[^/]+\/)?[^/]+$/,
    maker: 'defineCommand',
    definedIn: 'cli/command.ts',
    output: 'cli/catalog.ts',
    importFrom: './commands/',
    id: lastPart,
    variable: (path) => `${camelCase(lastPart(path))}Command`,
    tellsSummary: true,
    form: {
      header: "import type { ListedCommand } from './command';",
      comment:
        'Every command under the name of its file, sorted by name; its file is loaded when somebody asks for it.',
      declare: 'commandCatalog: readonly ListedCommand[]',
      isLazy: true,
      entry: ({ id, variable, summary, importPath }) =>
        `{ id: '${id}', summary: ${summary ?? "''"}, load: () => (require('${importPath}') as { default: typeof ${variable} }).default },`,
    },
  },
  {
    folder: 'cli/prove/questions',
    member: /^[^/]+$/,
    maker: 'defineQuestion',
    definedIn: 'cli/prove/question.ts',
    output: 'cli/prove/catalog.ts',
    importFrom: './questions/',
    id: whole,
    variable: (path) => `${camelCase(path)}Question`,
    form: {
      header: "import type { Question } from './question';",
      comment: 'Every question under the name of its file, sorted by name.',
      declare: 'questionCatalog: readonly { readonly id: string; readonly question: Question }[]',
      entry: ({ id, variable }) => `{ id: '${id}', question: ${variable} },`,
    },
  },
  {
    folder: 'model/controls/instruments',
    member: /^[^/]+\/[^/]+$/,
    maker: 'defineInstrument',
    definedIn: 'model/controls/define-instrument.ts',
    output: 'model/controls/catalog.ts',
    importFrom: './instruments/',
    id: whole,
    variable: camelCase,
    form: {
      header: '',
      comment: 'Every instrument, or part of one, in the order of its file.',
      declare: 'instruments',
      entry: ({ variable }) => `${variable},`,
      suffix: ' as const',
      footer:
        "/** Id of a control. */\nexport type ControlId = (typeof instruments)[number]['controls'][number]['id'];",
    },
  },
];

/** The generators of every catalog whose definition exists. */
export const catalogGenerators: readonly Generator[] = catalogs
  .filter(({ definedIn }) => existsSync(join(root, definedIn)))
  .map((catalog) => ({
    output: catalog.output,
    render: () => catalogText(entriesOf(catalog), catalog.form),
  }));

function entriesOf(catalog: Catalog): readonly CatalogEntry[] {
  const paths = listModules(catalog.folder)
    .filter((path) => catalog.member.test(path))
    .filter((path) => `${catalog.folder}/${path}.ts` !== catalog.output);
  const strangers = paths.filter(
    (path) => !new RegExp(`^export default ${catalog.maker}\\s*[<(]`, 'm').test(readModule(catalog, path)),
  );
  if (strangers.length > 0) {
    throw new Error(
      `no default export made by ${catalog.maker}: ${strangers.map((path) => `${catalog.folder}/${path}.ts`).join(', ')}`,
    );
  }
  return paths.map((path) => ({
    id: catalog.id(path),
    variable: catalog.variable(path),
    importPath: `${catalog.importFrom}${path}`,
    summary: catalog.tellsSummary === true ? findSummary(catalog, path) : undefined,
  }));
}

/** The literal behind `summary:` in a file, as written there. */
function findSummary(catalog: Catalog, path: string): string {
  const found = /^ {2}summary:\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),$/m.exec(readModule(catalog, path))?.[1];
  if (found === undefined) throw new Error(`${catalog.folder}/${path}.ts has no summary that is one literal`);
  return found;
}

function readModule({ folder }: Catalog, path: string): string {
  return readFileSync(join(root, folder, `${path}.ts`), 'utf8');
}

function camelCase(path: string): string {
  return path.replace(/[/-]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
