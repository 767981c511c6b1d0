import { argumentsOf, importsOf, type Import } from '../kit/imports';
import { roomOf, type Law, type TreeFile, type Violation } from '../kit/law';
import { fieldOf, lineOf, nameOf, nodeAt, nodesOf, type SyntaxNode } from '../kit/syntax';

/** What a file may take from outside: reading and writing files, processes, settings of the process, clock, chance. */
type Ability = 'read' | 'write' | 'process' | 'settings' | 'clock' | 'chance' | 'network';

const ALL: readonly Ability[] = ['read', 'write', 'process', 'settings', 'clock', 'chance', 'network'];

/** The abilities of each room; a room that isn't listed has none. */
const ABILITIES: Readonly<Record<string, readonly Ability[]>> = {
  facts: ['read'],
  resources: ['read'],
  synth: ['read', 'write'],
  evidence: ['read', 'write'],
  plugins: ['read'],
  cli: ALL,
  sandbox: ALL,
  delivery: ALL,
  scripts: ALL,
  bench: ALL,
  test: ALL,
};

const READS = /^(?:read|open|close|fstat|lstat|stat|exists|realpath|access|opendir|constants|Dirent|Stats|BigIntStats)/;
const MODULES: Readonly<Record<string, Ability>> = {
  child_process: 'process',
  cluster: 'process',
  os: 'settings',
  net: 'network',
  http: 'network',
  https: 'network',
  http2: 'network',
  tls: 'network',
  dns: 'network',
  dgram: 'network',
};
const MEMBERS: Readonly<Record<string, Ability>> = {
  'process.env': 'settings',
  'process.cwd': 'settings',
  'process.argv': 'settings',
  'process.platform': 'settings',
  'process.arch': 'settings',
  'process.exit': 'process',
  'Date.now': 'clock',
  'performance.now': 'clock',
  'Math.random': 'chance',
};
const CHANCE = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'generateKeyPairSync']);

/** Time, chance, processes, settings and files enter through the rooms made for it. */
export const outsideWorld: Law = {
  title: 'a file takes from the outside world only what its room may',
  check: (files) => files.filter(({ path }) => path.endsWith('.ts')).flatMap(checkFile),
};

function checkFile(file: TreeFile): readonly Violation[] {
  const abilities = ABILITIES[roomOf(file.path)] ?? [];
  const uses = [...importsOf(file).flatMap(usesOfImport), ...usesOfMembers(file), ...usesOfDate(file)];
  return uses
    .filter(({ ability }) => !abilities.includes(ability))
    .map(({ line, what, ability }) => ({ path: file.path, line, what: `${what} (${ability}) isn't for this room` }));
}

interface Use {
  readonly line: number;
  readonly what: string;
  readonly ability: Ability;
}

function usesOfImport({ specifier, names, line }: Import): readonly Use[] {
  const [module = '', sub] = specifier.replace(/^node:/, '').split('/');
  const use = (ability: Ability, name: string): Use => ({ line, what: `${name} of ${specifier}`, ability });
  if (module === 'fs' && sub === undefined) return names.map((name) => use(READS.test(name) ? 'read' : 'write', name));
  if (module === 'fs') return [use('write', '*')];
  if (module === 'crypto')
    return names.filter((name) => CHANCE.has(name) || name === '*').map((name) => use('chance', name));
  const ability = MODULES[module];
  return ability === undefined ? [] : [use(ability, names.join(', '))];
}

function usesOfMembers(file: TreeFile): readonly Use[] {
  const members = nodesOf(file, 'MemberExpression').map((node) => [node, memberName(node)] as const);
  const taken = nodesOf(file, 'VariableDeclarator')
    .filter((node) => nameOf(nodeAt(node, 'init')) === 'process' || nameOf(nodeAt(node, 'init')) === 'Math')
    .map((node) => [node, 'process.env'] as const);
  return [...members, ...taken].flatMap(([node, what]) => {
    const ability = MEMBERS[what] ?? (CHANCE.has(what.replace(/^.*\./, '')) ? 'chance' : undefined);
    return ability === undefined ? [] : [{ line: lineOf(node), what, ability }];
  });
}

function memberName(node: SyntaxNode): string {
  const property = nodeAt(node, 'property');
  const literal = property === undefined ? undefined : fieldOf(property, 'value');
  return `${nameOf(nodeAt(node, 'object'))}.${typeof literal === 'string' ? literal : nameOf(property)}`;
}

function usesOfDate(file: TreeFile): readonly Use[] {
  return nodesOf(file, 'NewExpression', 'CallExpression')
    .filter((node) => nameOf(nodeAt(node, 'callee')) === 'Date')
    .filter((node) => node.type === 'CallExpression' || argumentsOf(node).length === 0)
    .map((node) => ({ line: lineOf(node), what: 'the present time', ability: 'clock' }));
}
