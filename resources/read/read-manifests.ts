import { join } from 'node:path';
import type { ArtifactEngine } from '../../model/assembly';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import type { IntegrityFinding } from '../assembly';
import type { Resource, Steps } from '../resource';
import { resourceId } from '../resource-id';
import type { ReadObject } from './dialect';
import { decodeText, readBytes, tryListFolder } from './folder';
import type { TextPosition } from '../text-position';
import { readForeignKubernetes } from './kubernetes';
import { tryPlaces, type TextPlaces } from './text/text-places';

/** Objects that are no assembly of ours: of a folder of manifests, or of a plan. */
export interface ForeignObjects {
  /** Sorted by id. */
  readonly resources: readonly Resource[];
  /** What couldn't be read. */
  readonly integrity: readonly IntegrityFinding[];
  /** Where parts of the objects stand in their files; cheapest when asked for one file after the other.
   * @default - their addresses tell
   */
  readonly places?: { tryFind(resource: Resource, steps: Steps): TextPosition | undefined } | undefined;
}

/** Stands for the cluster of objects of which nobody says where they go. */
const PLACE = 'manifests';

/**
 * Reads every YAML and JSON file below a folder as Kubernetes objects, whoever wrote them. What can't be read is told
 * with its place, and the rest is still read; only a folder that can't be listed fails.
 */
export function readManifests(folder: string): Result<ForeignObjects> {
  const listing = tryListFolder(folder);
  if (typeof listing === 'string') return failure([unreadableFolder(folder, listing)]);
  const paths = [...listing.files].filter((path) => /\.(?:ya?ml|json)$/i.test(path)).toSorted();
  const files = paths.map((path) => readFile(folder, path));
  const links = listing.others.map((file) => finding(file, 'symbolic-link', 'no plain file'));
  return success({
    resources: withOwnIds(files.flatMap((one) => one.resources)),
    integrity: [...links, ...files.flatMap((one) => one.integrity)],
    places: new ManifestPlaces(folder),
  });
}

/** A resource from an object that no manifest speaks of. */
export function foreignResource(object: ReadObject, file: string, engine: ArtifactEngine): Resource {
  const { apiVersion, kind, name, namespace, body, engineArguments, address, steps } = object;
  return {
    id: resourceId(PLACE, { kind, namespace, name }),
    apiVersion,
    kind,
    name,
    namespace,
    cluster: PLACE,
    site: '',
    body,
    artifact: { file, engine, address, steps },
    engineArguments,
    constructPath: '',
    source: '',
  };
}

/** Where in the files below a folder something stands; a file is read again, and kept until another one is asked for. */
class ManifestPlaces {
  private file = '';
  private places: TextPlaces | undefined;

  public constructor(private readonly folder: string) {}

  public tryFind({ artifact: { file, steps = [] } }: Resource, inside: Steps): TextPosition | undefined {
    if (this.file !== file) this.open(file);
    return this.places?.find([...steps, ...inside]);
  }

  private open(file: string): void {
    const text = readText(this.folder, file);
    this.file = file;
    this.places = text.ok ? tryPlaces(text.text) : undefined;
  }
}

/** Gives objects of one name, as overlays hold them, ids of their own; sorted by id. */
export function withOwnIds(resources: readonly Resource[]): readonly Resource[] {
  const met = new Map<string, number>();
  const own = resources.map((one): Resource => {
    const count = (met.get(one.id) ?? 0) + 1;
    met.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id} (${count})` };
  });
  return own.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function readFile(folder: string, path: string): ForeignObjects {
  const read = readText(folder, path);
  if (!read.ok) return { resources: [], integrity: [finding(path, 'unreadable-file', read.detail)] };
  const { objects, troubles } = readForeignKubernetes(read.text);
  return {
    resources: objects.map((one) => foreignResource(one, path, 'kubernetes')),
    integrity: troubles.map((one) => ({ ...one, file: path.toWellFormed() })),
  };
}

type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly detail: string };

function readText(folder: string, path: string): Text {
  const read = readBytes(join(folder, path));
  if (!read.ok) return read;
  const text = decodeText(read.bytes);
  return text === undefined ? { ok: false, detail: 'bytes that are no UTF-8' } : { ok: true, text };
}

function finding(file: string, kind: IntegrityFinding['kind'], detail: string): IntegrityFinding {
  return { kind, file: file.toWellFormed(), address: '', detail };
}

function unreadableFolder(folder: string, got: string): Problem {
  return problem({
    code: 'manifests-missing',
    at: [folder],
    what: "the manifests can't be read",
    got,
    want: 'a folder with YAML or JSON files of Kubernetes objects',
    next: 'name the folder that holds them',
  });
}
