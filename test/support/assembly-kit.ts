import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ArtifactEngine, Manifest, ManifestObject } from '../../model/assembly';
import { canonicalJson } from '../../model/canonical-json';
import type { Model } from '../../model/model';
import { digestOf } from '../../resources/digest';
import { healthyModel } from './healthy-model';

/** A file of an assembly that a test writes. */
export interface GivenFile {
  readonly path: string;
  /** Text as is, or a value that is written as indented JSON. */
  readonly content: string | Readonly<Record<string, unknown>>;
  /** @default - told by the first folder of the path */
  readonly engine?: ArtifactEngine;
  /** @default dc-north */
  readonly site?: string;
  /** @default dc-north-shared-0 */
  readonly cluster?: string;
  /** @default - none */
  readonly shard?: string;
  /** What the manifest says of each object.
   * @default - no object
   */
  readonly objects?: readonly (Partial<ManifestObject> & { readonly address: string })[];
}

/** What a test writes, and how it departs from what is right. */
export interface GivenFolder {
  /** @default - the healthy model */
  readonly model?: Model;
  readonly files: readonly GivenFile[];
  /** Changes the manifest before its digest is computed.
   * @default - as it should be
   */
  readonly bendManifest?: (manifest: Manifest) => Manifest;
}

/** Writes an assembly with right digests into a new temporary folder; the caller removes it. */
export function writeAssembly({ model = healthyModel(), files, bendManifest = (one) => one }: GivenFolder): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const modelText = canonicalJson(model);
  const written = files.map((file) => ({ file, text: textOf(file) }));
  const { digest: _, ...rest } = bendManifest({
    formatVersion: 1,
    environment: model.environment,
    tools: { ndc: '0.1.0' },
    modelDigest: digestOf(modelText),
    factsDigest: digestOf('{}'),
    files: written.map(({ file, text }) => manifestFile(file, text)),
    digest: '',
  });
  writeFile(folder, 'model.json', modelText);
  writeFile(folder, 'facts.json', '{}');
  writeFile(folder, 'manifest.json', canonicalJson({ ...rest, digest: digestOf(canonicalJson(rest)) }));
  for (const { file, text } of written) writeFile(folder, file.path, text);
  return folder;
}

/** Writes a file into an assembly after its manifest, without telling it. */
export function writeFile(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function textOf({ content }: GivenFile): string {
  return typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
}

function manifestFile(file: GivenFile, text: string): Manifest['files'][number] {
  const { path, site = 'dc-north', cluster = 'dc-north-shared-0', shard, objects = [] } = file;
  const engine = file.engine ?? (path.split('/')[0] as ArtifactEngine);
  return {
    path,
    engine,
    site,
    cluster: engine === 'cloudformation' ? undefined : cluster,
    shard,
    digest: digestOf(text),
    objects: objects.map((one) => ({ constructPath: `test/${one.address}`, source: 'facts.ts:1', ...one })),
  };
}
