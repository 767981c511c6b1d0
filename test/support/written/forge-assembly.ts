import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import type { Manifest } from '../../../model/assembly';
import { canonicalJson } from '../../../model/canonical-json';
import { digest } from '../../../synth/digest';

/** A JSON object of an artifact that a forger changes in place. */
export type Forged = Record<string, unknown>;

/** Keys from an object to a field inside it. */
export type FieldPath = readonly string[];

/** A file in a forger's hands. */
interface OpenFile {
  readonly before: string;
  /** Addresses that are gone. */
  readonly gone: Set<string>;
  /** The documents of YAML, or the one of JSON; changed in place. */
  readonly documents: Forged[];
}

/**
 * Somebody who changes written files by hand and hides it: the manifest gets new digests and, when an object is gone,
 * a shorter list. Changes gather until `write` puts them on disk, all together; `restore` takes them back.
 */
export class Forger {
  private readonly open = new Map<string, OpenFile>();
  private honest: { readonly text: string; readonly manifest: Manifest } | undefined;

  public constructor(private readonly folder: string) {}

  /** The manifest as it was written. */
  public manifest(): Manifest {
    return this.honestManifest().manifest;
  }

  /** Deletes an object from its file and from the manifest. */
  public deleteObject(path: string, address: string): void {
    const file = this.openFile(path);
    const deleted = path.startsWith('terraform/') ? deleteBlock(file, address) : deleteDocument(file, address);
    if (!deleted) throw new Error(`${path} has no ${address}`);
    file.gone.add(address);
  }

  /** Deletes one field of a Kubernetes object. */
  public deleteField(path: string, address: string, field: FieldPath): void {
    deleteAt(this.object(path, address), field);
  }

  /** The Kubernetes object at an address. */
  public object(path: string, address: string): Forged {
    const found = this.openFile(path).documents.find((document) => addressOf(document) === address);
    if (found === undefined) throw new Error(`${path} has no ${address}`);
    return found;
  }

  /** Writes every file that was changed, and a manifest that fits. */
  public write(): void {
    const { digest: _, ...manifest } = this.manifest();
    const forged = new Map([...this.open].flatMap(([path, file]) => changedText(path, file)));
    if (forged.size === 0) throw new Error('nothing was forged');
    for (const [path, text] of forged) writeFileSync(join(this.folder, path), text);
    const files = manifest.files.map((file) => {
      const text = forged.get(file.path);
      if (text === undefined) return file;
      const gone = this.open.get(file.path)?.gone;
      return {
        ...file,
        digest: digest(text),
        objects: file.objects.filter(({ address }) => gone?.has(address) !== true),
      };
    });
    const content = { ...manifest, files };
    this.writeManifest(`${canonicalJson({ ...content, digest: digest(canonicalJson(content)) })}\n`);
  }

  /** Puts back every file as it was. */
  public restore(): void {
    for (const [path, { before }] of this.open) writeFileSync(join(this.folder, path), before);
    if (this.open.size > 0) this.writeManifest(this.honestManifest().text);
    this.open.clear();
  }

  private openFile(path: string): OpenFile {
    const known = this.open.get(path);
    if (known !== undefined) return known;
    const before = this.read(path);
    const documents = path.startsWith('terraform/')
      ? [JSON.parse(before) as Forged]
      : before.split('---\n').map((text) => load(text) as Forged);
    const file = { before, documents, gone: new Set<string>() };
    this.open.set(path, file);
    return file;
  }

  private honestManifest(): { readonly text: string; readonly manifest: Manifest } {
    if (this.honest === undefined) {
      const text = this.read('manifest.json');
      this.honest = { text, manifest: JSON.parse(text) as Manifest };
    }
    return this.honest;
  }

  private read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  private writeManifest(text: string): void {
    writeFileSync(join(this.folder, 'manifest.json'), text);
  }
}

/** Every field of an object, down to the leaves; lists count as one field. */
export function fieldsOf(object: unknown, path: FieldPath = []): readonly FieldPath[] {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return [path];
  return Object.entries(object).flatMap(([key, value]) => fieldsOf(value, [...path, key]));
}

function deleteDocument({ documents }: OpenFile, address: string): boolean {
  const index = documents.findIndex((document) => addressOf(document) === address);
  if (index === -1) return false;
  documents.splice(index, 1);
  return true;
}

/** Deletes a block, and its type with it when that holds nothing more. */
function deleteBlock({ documents }: OpenFile, address: string): boolean {
  const [type = '', name = ''] = address.split('.');
  const resource = documents[0]?.['resource'] as Record<string, Forged>;
  const blocks = resource[type] ?? {};
  const deleted = Object.hasOwn(blocks, name) && Reflect.deleteProperty(blocks, name);
  if (Object.keys(blocks).length === 0) Reflect.deleteProperty(resource, type);
  return deleted;
}

function addressOf(document: Forged): string {
  const { kind, metadata } = document as { kind: string; metadata: { name: string; namespace?: string } };
  return `${kind}/${metadata.namespace ?? '-'}/${metadata.name}`;
}

/** Path and text of a file that is no longer as it was. */
function changedText(path: string, { before, documents }: OpenFile): readonly (readonly [string, string])[] {
  const text = path.startsWith('terraform/')
    ? `${JSON.stringify(documents[0], undefined, 2)}\n`
    : documents.map((document) => dump(document, { noRefs: true, lineWidth: -1 })).join('---\n');
  return text === before ? [] : [[path, text]];
}

function deleteAt(object: Forged, [key = '', ...rest]: FieldPath): void {
  if (rest.length > 0) deleteAt(object[key] as Forged, rest);
  else if (!Reflect.has(object, key)) throw new Error(`no field ${key}`);
  else Reflect.deleteProperty(object, key);
}
