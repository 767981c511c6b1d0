import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../model/canonical-json';
import type { DeliveryRecord } from '../ledger/delivery-record';

/** Where everything stands that must last between deploys of one environment; private to its owner. */
export class StateFolder {
  public readonly journal: string;
  public readonly lock: string;
  /** Folder of Terraform's workspaces. */
  public readonly terraform: string;
  /** Folder of the raw plans that a person may look at. */
  public readonly plans: string;
  readonly #records: string;

  public constructor(public readonly folder: string) {
    this.journal = join(folder, 'journal.ndjson');
    this.lock = join(folder, 'deploy.lock');
    this.terraform = join(folder, 'terraform');
    this.plans = join(folder, 'plans');
    this.#records = join(folder, 'deliveries');
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

  #recordPath(assemblyDigest: string): string {
    return join(this.#records, `${assemblyDigest.replace(/[^0-9a-z]/g, '-')}.json`);
  }
}
