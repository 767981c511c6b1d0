import { importsOf } from '../kit/imports';
import { roomOf, type Law, type TreeFile, type Violation } from '../kit/law';

/** The engines, by the packages that they come in; `constructs` belongs to all and to none. */
const ENGINES: readonly { readonly engine: string; readonly packages: RegExp }[] = [
  { engine: 'terraform', packages: /^(?:cdktf|cdktn)(?:\/|$)|^@cdkt[fn]\// },
  { engine: 'kubernetes', packages: /^cdk8s(?:-plus-\d+)?(?:\/|$)/ },
  { engine: 'cloudformation', packages: /^aws-cdk-lib(?:\/|$)|^@aws-cdk\// },
];
/** Rooms that build with engines, and the one that other people's apps of engines build with. */
const BUILDING = new Set(['constructs', 'stacks', 'synth', 'plugins']);
const FREE = new Set(['test', 'bench']);

/** Engine libraries stay in the building wing, one to a file. */
export const engineWalls: Law = {
  title: 'an engine is imported only in constructs, stacks, synth and plugins, one engine a file',
  check: (files) => files.filter(({ path }) => path.endsWith('.ts')).flatMap(checkFile),
};

function checkFile(file: TreeFile): readonly Violation[] {
  const room = roomOf(file.path);
  if (FREE.has(room)) return [];
  const used = importsOf(file).flatMap(({ specifier, line }) => {
    const engine = ENGINES.find(({ packages }) => packages.test(specifier))?.engine;
    return engine === undefined ? [] : [{ engine, specifier, line }];
  });
  const path = file.path;
  if (!BUILDING.has(room))
    return used.map(({ specifier, line }) => ({ path, line, what: `may not import the engine ${specifier}` }));
  const first = used[0]?.engine;
  return used
    .filter(({ engine }) => engine !== first)
    .map(({ engine, line }) => ({ path, line, what: `knows ${first ?? ''} and ${engine}; one engine a file` }));
}
