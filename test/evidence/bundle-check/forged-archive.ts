import { sha256, summed, treeHash } from './mutations';

/** A part as somebody may state it who keeps to no rule. */
export interface ForgedPart {
  readonly path: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What somebody may state of a bundle. */
export interface Forged {
  readonly environment: string;
  readonly previous: string | null;
  readonly sequence: number;
  readonly parts: readonly ForgedPart[];
}

const BLOCK = 512;

/** An archive that says all this, with the headers, digests and the root that belong to it. */
export function forgeArchive({ environment, previous, sequence, parts }: Forged): Buffer {
  const head = JSON.stringify({ environment, format: 'ndc-evidence-bundle/1', previous, sequence });
  const entries = parts.map(({ path, kind, mediaType, text }) =>
    JSON.stringify({
      kind,
      mediaType,
      path,
      sha256: sha256(Buffer.from(text)).toString('hex'),
      size: Buffer.byteLength(text),
    }),
  );
  const root = treeHash([head, ...entries].map((leaf) => sha256(Buffer.from(`\0${leaf}`)))).toString('hex');
  const manifest = `{"head":${head},"parts":[${entries.join(',')}],"root":"${root}"}`;
  const files = [{ path: 'bundle.json', text: manifest }, ...parts, { path: 'bundle-copy.json', text: manifest }];
  return Buffer.concat([...files.map(({ path, text }) => fileOf(path, Buffer.from(text))), Buffer.alloc(2 * BLOCK)]);
}

function fileOf(path: string, content: Buffer): Buffer {
  const file = Buffer.alloc(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK);
  const folder = path.length > 100 ? path.slice(0, path.lastIndexOf('/')) : '';
  const put: readonly (readonly [number, string])[] = [
    [0, folder === '' ? path : path.slice(folder.length + 1)],
    [100, '0000644'],
    [108, '0000000'],
    [116, '0000000'],
    [124, content.length.toString(8).padStart(11, '0')],
    [136, '00000000000'],
    [156, '0'],
    [257, 'ustar'],
    [263, '00'],
    [329, '0000000'],
    [337, '0000000'],
    [345, folder],
  ];
  for (const [at, text] of put) file.write(text, at, 'latin1');
  content.copy(file, BLOCK);
  return summed(file);
}
