import { join } from 'node:path';
import type { ManifestFile } from '../../model/assembly';
import type { AssemblyFile, IntegrityFinding } from '../assembly';
import { digestOf } from '../digest';
import type { Resource } from '../resource';
import { readCloudFormation } from './cloudformation';
import { unreadable, type Reading } from './dialect';
import { decodeText, readBytes, type FolderListing } from './folder';
import { readKubernetes } from './kubernetes';
import { matchObjects } from './match-objects';
import { readTerraform } from './terraform/terraform';

/** What one file of an assembly holds, and how it departs from the manifest. */
export interface ArtifactReading {
  readonly file: AssemblyFile;
  readonly resources: readonly Resource[];
  readonly integrity: readonly IntegrityFinding[];
  /** Kinds and types of its objects that no dialect knows. */
  readonly unknownKinds: readonly string[];
}

const dialects = { terraform: readTerraform, kubernetes: readKubernetes, cloudformation: readCloudFormation } as const;

/**
 * Reads the files of assemblies. One that stands in two of them with the same bytes is taken apart once: the two then
 * share the bodies of its objects, in time and in memory.
 */
export class ArtifactReader {
  private readonly known = new Map<string, Reading>();

  /** Reads a file that a manifest lists, out of the folder of its assembly. */
  read(folder: string, listing: FolderListing, stated: ManifestFile): ArtifactReading {
    if (!listing.files.has(stated.path)) return absent(stated, 'missing-file', 'the manifest lists it');
    const read = readBytes(join(folder, stated.path));
    if (!read.ok) return absent(stated, 'unreadable-file', read.detail);
    const digest = digestOf(read.bytes);
    const key = `${stated.engine} ${digest}`;
    const reading = this.known.get(key) ?? readingOf(stated.engine, read.bytes);
    this.known.set(key, reading);
    const isAsStated = digest === stated.digest;
    const departures = isAsStated ? [] : [of(stated, 'digest-differs', `${digest} instead of ${stated.digest}`)];
    return withManifest(stated, { digest, reading, departures });
  }
}

function readingOf(engine: ManifestFile['engine'], bytes: Buffer): Reading {
  const text = decodeText(bytes);
  return text === undefined ? unreadable('bytes that are no UTF-8') : dialects[engine](text);
}

/** Nothing of a file that can't be read; what its manifest lists in it is missing too. */
function absent(stated: ManifestFile, kind: IntegrityFinding['kind'], detail: string): ArtifactReading {
  const reading: Reading = { objects: [], troubles: [] };
  return withManifest(stated, { digest: '', reading, departures: [of(stated, kind, detail)] });
}

function of({ path: file }: ManifestFile, kind: IntegrityFinding['kind'], detail: string): IntegrityFinding {
  return { kind, file, address: '', detail };
}

interface ReadArtifact {
  readonly digest: string;
  readonly reading: Reading;
  readonly departures: readonly IntegrityFinding[];
}

function withManifest(stated: ManifestFile, { digest, reading, departures }: ReadArtifact): ArtifactReading {
  const { resources, integrity } = matchObjects(stated, reading);
  const unknown = reading.objects.filter(({ known }) => !known).map(({ kind }) => kind);
  return {
    file: fileOf(stated, digest, reading),
    resources,
    integrity: [...departures, ...integrity],
    unknownKinds: [...new Set(unknown)],
  };
}

function fileOf(stated: ManifestFile, digest: string, { config }: Reading): AssemblyFile {
  const { path, engine, site, cluster, shard, wave } = stated;
  const base = { path, engine, site, cluster, shard, wave, digest };
  if (config === undefined || engine === 'kubernetes') return base;
  return engine === 'terraform' ? { ...base, terraformConfig: config } : { ...base, templateConfig: config };
}
