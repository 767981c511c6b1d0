import { GENERATED_NOTICE } from './generated-file';

/** One file of a catalog. */
export interface CatalogEntry {
  readonly id: string;
  readonly variable: string;
  readonly importPath: string;
  /** The one-line meaning that its file states, as a literal of TypeScript.
   * @default - the catalog tells none
   */
  readonly summary?: string | undefined;
}

/** The words of a catalog that aren't its entries. */
export interface CatalogForm {
  /** Imports of types. */
  readonly header: string;
  /** What the catalog is. */
  readonly comment: string;
  /** Name of the constant, with its type where it has one. */
  readonly declare: string;
  /** One element of the list. */
  entry(entry: CatalogEntry): string;
  /** Whether a file is loaded only when somebody asks for it; then only its type is imported.
   * @default - every file is loaded with the catalog
   */
  readonly isLazy?: boolean;
  /** What follows the list.
   * @default - nothing
   */
  readonly suffix?: string;
  /** Further declarations.
   * @default - none
   */
  readonly footer?: string;
}

/** The TypeScript text of a catalog; ids and variables must be unique. */
export function catalogText(entries: readonly CatalogEntry[], form: CatalogForm): string {
  refuseTwins(entries.map(({ id }) => id));
  refuseTwins(entries.map(({ variable }) => variable));
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    `// ${GENERATED_NOTICE}`,
    form.header,
    ...sorted.map((entry) => importOf(entry, form.isLazy === true)),
    '',
    `/** ${form.comment} */`,
    `export const ${form.declare} = [`,
    ...sorted.map((entry) => form.entry(entry)),
    `]${form.suffix ?? ''};`,
    '',
    form.footer ?? '',
    '',
  ].join('\n');
}

function importOf({ variable, importPath }: CatalogEntry, isLazy: boolean): string {
  return `import ${isLazy ? 'type ' : ''}${variable} from '${importPath}';`;
}

function refuseTwins(names: readonly string[]): void {
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined) throw new Error(`two files of a catalog are called ${twin}; rename one`);
}
