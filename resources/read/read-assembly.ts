import { join } from 'node:path';
import type { Manifest, ManifestFile, StatedFacts } from '../../model/assembly';
import type { Model } from '../../model/model';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import type { Assembly, AssemblyFile, IntegrityFinding } from '../assembly';
import { digestOf } from '../digest';
import type { Resource } from '../resource';
import { canonicalText } from './text/canonical-text';
import { decodeText, readBytes, tryListFolder, type FolderListing } from './folder';
import { factsShape } from './facts-shape';
import { manifestShape } from './manifest-shape';
import { matchObjects } from './match-objects';
import { modelShape } from './model-shape';
import { readCloudFormation } from './cloudformation';
import { unreadable, type Reading } from './dialect';
import { readDocument, type AssemblyDocument } from './read-document';
import { readKubernetes } from './kubernetes';
import { readTerraform } from './terraform/terraform';

/** Our own files in the root of an assembly; no artifact. */
const OWN_FILES: ReadonlySet<string> = new Set(['manifest.json', 'model.json', 'facts.json']);

const dialects = { terraform: readTerraform, kubernetes: readKubernetes, cloudformation: readCloudFormation } as const;

/**
 * Reads an assembly back from disk and compares all of it with its manifest. Only a manifest or model that can't
 * be read fails; whatever else is wrong becomes an {@link IntegrityFinding}, and the rest is still read.
 */
export function readAssembly(folder: string): Result<Assembly> {
  const listing = tryListFolder(folder);
  if (typeof listing === 'string') return failure([missing(folder, listing)]);
  const manifest = readDocument<Manifest>(folder, 'manifest.json', manifestShape);
  const model = readDocument<Model>(folder, 'model.json', modelShape);
  const facts = readDocument<StatedFacts>(folder, 'facts.json', factsShape);
  if (manifest.ok && model.ok && facts.ok)
    return success(assemble(folder, listing, { manifest: manifest.value, model: model.value, facts: facts.value }));
  return failure([manifest, model, facts].flatMap((one) => (one.ok ? [] : one.problems)));
}

interface Documents {
  readonly manifest: AssemblyDocument<Manifest>;
  readonly model: AssemblyDocument<Model>;
  readonly facts: AssemblyDocument<StatedFacts>;
}

function assemble(folder: string, listing: FolderListing, documents: Documents): Assembly {
  const manifest = documents.manifest.value;
  const integrity: IntegrityFinding[] = [...strayFiles(listing, manifest), ...documentDigests(documents)];
  const resources: Resource[] = [];
  const files: AssemblyFile[] = [];
  const unknownKinds = new Set<string>();
  for (const stated of manifest.files) {
    const { reading, digest, findings } = readFile(folder, listing, stated);
    const matched = matchObjects(stated, reading);
    for (const one of findings) integrity.push(one);
    for (const one of matched.integrity) integrity.push(one);
    for (const one of matched.resources) resources.push(one);
    for (const one of reading.objects) if (!one.known) unknownKinds.add(one.kind);
    files.push(assemblyFile(stated, digest, reading));
  }
  const sorted = resources.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    environment: manifest.environment,
    digest: manifest.digest,
    tools: manifest.tools,
    model: documents.model.value,
    facts: documents.facts.value,
    places: manifest.places,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    resources: sorted,
    integrity: sortFindings([...integrity, ...duplicates(sorted)]),
    unknownKinds: [...unknownKinds].toSorted(),
  };
}

function assemblyFile(stated: ManifestFile, digest: string, { config }: Reading): AssemblyFile {
  const { path, engine, site, cluster, shard, wave } = stated;
  const base = { path, engine, site, cluster, shard, wave, digest };
  if (config === undefined || engine === 'kubernetes') return base;
  return engine === 'terraform' ? { ...base, terraformConfig: config } : { ...base, templateConfig: config };
}

interface FileReading {
  readonly reading: Reading;
  readonly digest: string;
  readonly findings: readonly IntegrityFinding[];
}

function readFile(folder: string, listing: FolderListing, stated: ManifestFile): FileReading {
  const finding = (kind: IntegrityFinding['kind'], detail: string): IntegrityFinding => ({
    kind,
    file: stated.path,
    address: '',
    detail,
  });
  const nothing: Reading = { objects: [], troubles: [] };
  if (!listing.files.has(stated.path)) {
    return { reading: nothing, digest: '', findings: [finding('missing-file', 'the manifest lists it')] };
  }
  const read = readBytes(join(folder, stated.path));
  if (!read.ok) return { reading: nothing, digest: '', findings: [finding('unreadable-file', read.detail)] };
  const digest = digestOf(read.bytes);
  const text = decodeText(read.bytes);
  const reading = text === undefined ? unreadable('bytes that are no UTF-8') : dialects[stated.engine](text);
  const findings = digest === stated.digest ? [] : [finding('digest-differs', `${digest} instead of ${stated.digest}`)];
  return { reading, digest, findings };
}

function strayFiles(listing: FolderListing, manifest: Manifest): readonly IntegrityFinding[] {
  const listed = new Set(manifest.files.map((one) => one.path));
  const stray = [...listing.files].filter((path) => !listed.has(path) && !OWN_FILES.has(path));
  return [
    ...stray.map((file) => ({ kind: 'unlisted-file' as const, file, address: '', detail: 'not in the manifest' })),
    ...listing.others.map((file) => ({ kind: 'symbolic-link' as const, file, address: '', detail: 'no plain file' })),
  ].map((one) => ({ ...one, file: one.file.toWellFormed() }));
}

function documentDigests({ manifest, model, facts }: Documents): readonly IntegrityFinding[] {
  const { digest: stated, ...rest } = manifest.value;
  const whole = digestOf(canonicalText(rest));
  const [ofModel, ofFacts] = [digestOf(model.bytes), digestOf(facts.bytes)];
  const differs = (
    kind: IntegrityFinding['kind'],
    file: string,
    [got, want]: readonly [string, string],
  ): IntegrityFinding[] => (got === want ? [] : [{ kind, file, address: '', detail: `${got} instead of ${want}` }]);
  return [
    ...differs('manifest-digest-differs', 'manifest.json', [whole, stated]),
    ...differs('model-digest-differs', 'model.json', [ofModel, manifest.value.modelDigest]),
    ...differs('facts-digest-differs', 'facts.json', [ofFacts, manifest.value.factsDigest]),
  ];
}

function duplicates(sorted: readonly Resource[]): readonly IntegrityFinding[] {
  return sorted
    .filter((one, index) => sorted[index - 1]?.id === one.id)
    .map(({ artifact, id }) => ({
      kind: 'duplicate-object',
      file: artifact.file,
      address: artifact.address,
      detail: `${id} is written more than once`,
    }));
}

function sortFindings(findings: readonly IntegrityFinding[]): readonly IntegrityFinding[] {
  const key = (one: IntegrityFinding): string => [one.file, one.address, one.kind, one.detail].join('\u0000');
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function missing(folder: string, got: string): Problem {
  return problem({
    code: 'assembly-missing',
    at: [folder],
    what: "the assembly can't be read",
    got,
    want: 'the folder that synth wrote',
    next: 'run synth first, or name its output folder',
  });
}
