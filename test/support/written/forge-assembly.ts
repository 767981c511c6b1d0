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

/**
 * Somebody who changes written files by hand and hides it: the manifest gets new digests and, when an object is gone,
 * a shorter list. Every change stands alone; `restore` takes the last one back.
 */
export class Forger {
  private undo: (() => void)[] = [];

  public constructor(private readonly folder: string) {}

  /** The manifest as it stands now. */
  public manifest(): Manifest {
    return JSON.parse(this.read('manifest.json')) as Manifest;
  }

  /** Deletes an object from its file and from the manifest. */
  public deleteObject(path: string, address: string): void {
    const text = path.startsWith('terraform/') ? this.withoutBlock(path, address) : this.withoutDocument(path, address);
    this.forge(path, text, address);
  }

  /** Deletes one field of a Kubernetes object. */
  public deleteField(path: string, address: string, field: FieldPath): void {
    const documents = this.documents(path);
    for (const document of documents) if (addressOf(document) === address) deleteAt(document, field);
    this.forge(path, textOf(documents));
  }

  /** The Kubernetes object at an address. */
  public object(path: string, address: string): Forged {
    const found = this.documents(path).find((document) => addressOf(document) === address);
    if (found === undefined) throw new Error(`${path} has no ${address}`);
    return found;
  }

  /** Puts back every file as it was. */
  public restore(): void {
    for (const step of this.undo.toReversed()) step();
    this.undo = [];
  }

  private withoutDocument(path: string, address: string): string {
    return textOf(this.documents(path).filter((document) => addressOf(document) !== address));
  }

  private withoutBlock(path: string, address: string): string {
    const file = JSON.parse(this.read(path)) as { resource: Record<string, Forged> };
    const [type = '', name = ''] = address.split('.');
    const { [name]: _, ...rest } = file.resource[type] ?? {};
    const { [type]: __, ...others } = file.resource;
    const resource = Object.keys(rest).length === 0 ? others : { ...file.resource, [type]: rest };
    return `${JSON.stringify({ ...file, resource }, undefined, 2)}\n`;
  }

  private documents(path: string): readonly Forged[] {
    return this.read(path)
      .split('---\n')
      .map((text) => load(text) as Forged);
  }

  private forge(path: string, text: string, gone?: string): void {
    if (text === this.read(path)) throw new Error(`${path}: nothing was forged`);
    const { digest: _, ...manifest } = this.manifest();
    const files = manifest.files.map((file) =>
      file.path === path
        ? { ...file, digest: digest(text), objects: file.objects.filter(({ address }) => address !== gone) }
        : file,
    );
    const content = { ...manifest, files };
    this.write(path, text);
    this.write('manifest.json', `${canonicalJson({ ...content, digest: digest(canonicalJson(content)) })}\n`);
  }

  private read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  private write(path: string, text: string): void {
    const before = this.read(path);
    this.undo.push(() => writeFileSync(join(this.folder, path), before));
    writeFileSync(join(this.folder, path), text);
  }
}

/** Every field of an object, down to the leaves; lists count as one field. */
export function fieldsOf(object: unknown, path: FieldPath = []): readonly FieldPath[] {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return [path];
  return Object.entries(object).flatMap(([key, value]) => fieldsOf(value, [...path, key]));
}

function addressOf(document: Forged): string {
  const { kind, metadata } = document as { kind: string; metadata: { name: string; namespace?: string } };
  return `${kind}/${metadata.namespace ?? '-'}/${metadata.name}`;
}

function textOf(documents: readonly Forged[]): string {
  return documents.map((document) => dump(document, { noRefs: true, lineWidth: -1 })).join('---\n');
}

function deleteAt(object: Forged, [key = '', ...rest]: FieldPath): void {
  if (rest.length === 0) Reflect.deleteProperty(object, key);
  else deleteAt(object[key] as Forged, rest);
}
