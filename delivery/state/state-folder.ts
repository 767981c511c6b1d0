import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../model/canonical-json';
import type { DeliveryRecord } from '../ledger/delivery-record';

/** A file or folder that is kept of an assembly: the assembly itself, or what stands beside it under its name. */
export type KeptPart = CopiedPart | WrittenPart;

interface CopiedPart extends PartPlace {
  /** File or folder that is copied. */
  readonly from: string;
}

interface WrittenPart extends PartPlace {
  readonly text: string;
}

interface PartPlace {
  /** What follows the name of the assembly: empty for itself, `.certificate.json`, …. */
  readonly beside: string;
}

/** How the name of an assembly ends that is not yet, or no longer, there as a whole. */
const HALF = '.half';

/** Where everything stands that must last between deploys of one environment; private to its owner. */
export class StateFolder {
  public readonly journal: string;
  public readonly lock: string;
  /** Folder of Terraform's workspaces. */
  public readonly terraform: string;
  /** Folder of the raw plans that a person may look at. */
  public readonly plans: string;
  /** Folder of the evidence bundles. */
  public readonly evidence: string;
  readonly #records: string;
  readonly #deployed: string;

  public constructor(public readonly folder: string) {
    this.journal = join(folder, 'journal.ndjson');
    this.lock = join(folder, 'deploy.lock');
    this.terraform = join(folder, 'terraform');
    this.plans = join(folder, 'plans');
    this.evidence = join(folder, 'evidence');
    this.#records = join(folder, 'deliveries');
    this.#deployed = join(folder, 'deployed');
  }

  /** Keeps what a run sets out to deliver; must stand before the journal names its assembly. */
  public writeRecord(record: DeliveryRecord): void {
    mkdirSync(this.#records, { recursive: true, mode: 0o700 });
    const path = this.#recordPath(record.assemblyDigest);
    const draft = `${path}.new`;
    writeFileSync(draft, `${canonicalJson(record)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, path);
  }

  /** What a run set out to deliver, by the digest of its assembly; undefined when nobody kept it. */
  public tryReadRecord(assemblyDigest: string): DeliveryRecord | undefined {
    const path = this.#recordPath(assemblyDigest);
    if (!existsSync(path)) return undefined;
    // The file is ours: it appears whole or not at all, in a folder that only its owner may write.
    const record = JSON.parse(readFileSync(path, 'utf8')) as DeliveryRecord;
    return record.assemblyDigest === assemblyDigest ? record : undefined;
  }

  /** The folder of an assembly that is kept; what is kept beside it begins with the same name. */
  public deployedFolder(assemblyDigest: string): string {
    return join(this.#deployed, fileName(assemblyDigest), 'assembly');
  }

  /**
   * Keeps an assembly, and what is known of it, as what the next change is compared with; must stand before the journal
   * names it.
   */
  public keepDeployed(assemblyDigest: string, parts: readonly KeptPart[]): void {
    const place = join(this.#deployed, fileName(assemblyDigest));
    const draft = `${place}${HALF}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    for (const part of parts) {
      const path = join(draft, `assembly${part.beside}`);
      if ('from' in part) cpSync(part.from, path, { recursive: true });
      else writeFileSync(path, part.text, { flush: true });
    }
    // The same assembly may have been deployed before, by another approval; the journal names another one now.
    rmSync(place, { recursive: true, force: true });
    renameSync(draft, place);
  }

  /**
   * Lets go of every assembly that is kept but these, and of what a run left half done that was killed. Whoever is killed
   * here leaves each of the others whole or gone; the caller holds the lock of the deploy.
   */
  public forgetDeployed(kept: readonly string[]): void {
    const names = new Set(kept.map(fileName));
    const standing = existsSync(this.#deployed) ? readdirSync(this.#deployed) : [];
    for (const name of standing.filter((one) => !names.has(one)).toSorted()) {
      const place = join(this.#deployed, name);
      const isHalf = name.endsWith(HALF);
      // Nobody looks for an assembly under this name, so it may go file by file.
      const half = isHalf ? place : `${place}${HALF}`;
      rmSync(half, { recursive: true, force: true });
      if (isHalf) continue;
      renameSync(place, half);
      rmSync(half, { recursive: true, force: true });
    }
  }

  #recordPath(assemblyDigest: string): string {
    return join(this.#records, `${fileName(assemblyDigest)}.json`);
  }
}

function fileName(digest: string): string {
  return digest.replace(/[^0-9a-z]/g, '-');
}
