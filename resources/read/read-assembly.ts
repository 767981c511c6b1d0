import type { Manifest, ManifestFile, StatedFacts } from '../../model/assembly';
import type { Model } from '../../model/model';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import type { Assembly, IntegrityFinding } from '../assembly';
import { digestOf } from '../digest';
import type { Resource } from '../resource';
import { canonicalText } from './text/canonical-text';
import { tryListFolder, type FolderListing } from './folder';
import { ArtifactReader, type ArtifactReading } from './artifact-reader';
import { factsShape } from './facts-shape';
import { manifestShape } from './manifest-shape';
import { modelShape } from './model-shape';
import { readDocument, type AssemblyDocument } from './read-document';

/** Our own files in the root of an assembly; no artifact. */
const OWN_FILES: ReadonlySet<string> = new Set(['manifest.json', 'model.json', 'facts.json']);

/**
 * Reads an assembly back from disk and compares all of it with its manifest. Only a manifest or model that can't
 * be read fails; whatever else is wrong becomes an {@link IntegrityFinding}, and the rest is still read. Assemblies that
 * are read by one reader share the objects of files that are the same in them.
 */
export function readAssembly(folder: string, reader = new ArtifactReader()): Result<Assembly> {
  const listing = tryListFolder(folder);
  if (typeof listing === 'string') return failure([missing(folder, listing)]);
  const manifest = readDocument<Manifest>(folder, 'manifest.json', manifestShape);
  const model = readDocument<Model>(folder, 'model.json', modelShape);
  const facts = readDocument<StatedFacts>(folder, 'facts.json', factsShape);
  if (manifest.ok && model.ok && facts.ok)
    return success(
      assemble(
        { manifest: manifest.value, model: model.value, facts: facts.value },
        { listing, read: (stated) => reader.read(folder, listing, stated) },
      ),
    );
  return failure([manifest, model, facts].flatMap((one) => (one.ok ? [] : one.problems)));
}

interface Documents {
  readonly manifest: AssemblyDocument<Manifest>;
  readonly model: AssemblyDocument<Model>;
  readonly facts: AssemblyDocument<StatedFacts>;
}

/** The files of an assembly: those that are there, and what stands in one that is listed. */
interface Artifacts {
  readonly listing: FolderListing;
  readonly read: (stated: ManifestFile) => ArtifactReading;
}

function assemble(documents: Documents, { listing, read }: Artifacts): Assembly {
  const manifest = documents.manifest.value;
  const readings = manifest.files.map(read);
  const integrity = [
    ...strayFiles(listing, manifest),
    ...documentDigests(documents),
    ...readings.flatMap((one) => one.integrity),
  ];
  const sorted = readings
    .flatMap(({ resources }) => resources)
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    environment: manifest.environment,
    digest: manifest.digest,
    tools: manifest.tools,
    model: documents.model.value,
    facts: documents.facts.value,
    places: manifest.places,
    files: readings.map(({ file }) => file).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    resources: sorted,
    integrity: sortFindings([...integrity, ...duplicates(sorted)]),
    unknownKinds: [...new Set(readings.flatMap((one) => one.unknownKinds))].toSorted(),
  };
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
