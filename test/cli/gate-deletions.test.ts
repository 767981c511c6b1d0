import { join } from 'node:path';
import { gateAssembly } from '../../cli/gate-assembly';
import { main } from '../../cli/main';
import { policyCatalog } from '../../policies/catalog';
import { evaluate } from '../../policies/evaluate';
import type { Evaluation, Finding } from '../../policies/evaluation';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { captureIo } from '../support/capture-io';
import { Forger, fieldsOf } from '../support/written/forge-assembly';
import { makeWorkplace } from '../support/written/workplace';
import { copyAssembly } from '../support/written/written-assembly';
import { ruleSetOf } from '../support/rule-set-of';

const TODAY = '2026-12-01';
const { folder: place, remove } = makeWorkplace();
const folder = join(place, 'assembly');
const forger = new Forger(folder);

/** The shard and the data of one province. */
const shard = 'ndc-2-shared-0-p04';
const tenancy = `terraform/${shard}/cdk.tf.json`;
const data = `kubernetes/ndc-2-shared-0/3-data/${shard}.yaml`;

/** One thing that somebody deletes and hides. */
interface Deletion {
  readonly what: string;
  /** The namespace or system that a finding must name. */
  readonly of: string;
  /** No two deletions of a batch share one: else the finding of one could hide the other's. */
  readonly apart: string;
  /** Start of the rule that must find it. */
  readonly rule: string;
  readonly forge: () => void;
}

interface ListedObject {
  readonly address: string;
  readonly system: string;
  /** Namespace that the object is for; for one of Terraform, told by its construct path. */
  readonly namespace: string;
}

function objectsOf(path: string, start: string): readonly ListedObject[] {
  const file = forger.manifest().files.find((one) => one.path === path);
  return (file?.objects ?? [])
    .filter(({ address }) => address.startsWith(start))
    .map(({ address, system = '', constructPath }) => {
      const part = path === tenancy ? constructPath : address;
      return { address, system, namespace: part.split('/')[1] ?? '' };
    });
}

function findingsOf({ results }: Evaluation): readonly Finding[] {
  return results.flatMap(({ fail, unknown, error }) => [...fail, ...unknown, ...error]);
}

/** What the gate finds in the written files by the rules that deletions name; the others can't answer for them. */
function findingsFor(deletions: readonly Deletion[]): readonly Finding[] {
  const assembly = readAssembly(folder);
  if (!assembly.ok) throw new Error(assembly.problems.map(({ got }) => got).join('\n'));
  const rules = policyCatalog.filter(({ id }) => deletions.some(({ rule }) => id.startsWith(rule)));
  return findingsOf(evaluate(ruleSetOf(rules), { view: new AssemblyView(assembly.value), today: TODAY }, []));
}

/** Deletions in batches in which all are apart from each other. */
function batchesOf(deletions: readonly Deletion[]): readonly (readonly Deletion[])[] {
  const places = new Map<string, number>();
  const batches: Deletion[][] = [];
  for (const one of deletions) {
    const place = places.get(one.apart) ?? 0;
    places.set(one.apart, place + 1);
    (batches[place] ??= []).push(one);
  }
  return batches;
}

/** Deletions of which no finding of their rule says a word. */
function unnoticed(deletions: readonly Deletion[]): readonly string[] {
  return batchesOf(deletions).flatMap((batch) => {
    for (const { forge } of batch) forge();
    forger.write();
    const found = findingsFor(batch);
    forger.restore();
    return batch
      .filter(({ of, rule }) => !found.some((one) => one.policy.startsWith(rule) && textOf(one).includes(of)))
      .map(({ what, of }) => `${what} of ${of}`);
  });
}

function textOf({ subject, where, got }: Finding): string {
  return `${subject} ${where} ${got}`;
}

function deletionsOf(path: string, start: string, rule: string): readonly Deletion[] {
  return objectsOf(path, start).map(({ address, system, namespace }) => {
    const of = path === data && !start.startsWith('Certificate') ? system : namespace;
    // Both ends of a flow deny it, and the gate names the first.
    const apart = address.includes('_flows-') ? `flows of ${system}` : of;
    return { what: address, of, apart, rule, forge: () => forger.deleteObject(path, address) };
  });
}

beforeAll(async () => copyAssembly('sandbox', folder));
afterAll(remove);
afterEach(() => forger.restore());

describe('the gate, where every digest and list of the manifest was made to fit', () => {
  test('passes the sandbox as it was written', () => {
    expect(findingsOf(gateAssembly(folder, ruleSetOf(policyCatalog), TODAY).evaluation)).toEqual([]);
  });

  test('notices every single network policy, quota and limit range of a shard', () => {
    const deletions = [
      ...deletionsOf(tenancy, 'kubernetes_network_policy.', 'network/'),
      ...deletionsOf(tenancy, 'kubernetes_resource_quota.', 'tenancy/require-quota'),
      ...deletionsOf(tenancy, 'kubernetes_limit_range.', 'tenancy/require-limit-range'),
    ];
    expect(deletions.length).toBeGreaterThan(40);
    expect(unnoticed(deletions)).toEqual([]);
  });

  test('notices every single backup schedule and database backup of a province', () => {
    const deletions = [
      ...deletionsOf(data, 'Schedule/', 'backup/'),
      ...deletionsOf(data, 'ScheduledBackup/', 'backup/'),
    ];
    expect(deletions.length).toBeGreaterThan(6);
    expect(unnoticed(deletions)).toEqual([]);
  });

  test('notices every single certificate, and every field of what one asks for', () => {
    const certificates = objectsOf(data, 'Certificate/');
    const [{ address } = { address: '' }] = certificates;
    const fields = fieldsOf(forger.object(data, address)).filter(([first]) => first === 'spec');
    expect(fields.map((field) => field.slice(1).join('.'))).toEqual(
      expect.arrayContaining(['secretName', 'dnsNames', 'duration', 'privateKey.size', 'issuerRef.name']),
    );
    const fieldDeletions = fields.flatMap((field, index): Deletion[] => {
      const one = certificates[index % certificates.length];
      if (one === undefined) return [];
      const forge = (): void => forger.deleteField(data, one.address, field);
      return [{ what: field.join('.'), of: one.namespace, apart: one.namespace, rule: 'certificates/', forge }];
    });
    expect(fieldDeletions.length).toBeGreaterThan(9);
    expect(unnoticed([...deletionsOf(data, 'Certificate/', 'certificates/'), ...fieldDeletions])).toEqual([]);
  });

  test('exits 1, says the rule and the namespace, and certifies the failure', async () => {
    const [{ address, namespace } = { address: '', namespace: '' }] = objectsOf(tenancy, 'kubernetes_resource_quota.');
    forger.deleteObject(tenancy, address);
    forger.write();
    const { io, out, err } = captureIo({ cwd: place, now: () => new Date(`${TODAY}T00:00:00Z`) });
    expect(await main(['gate', 'assembly', '--format', 'json'], io)).toBe(1);
    const told = JSON.parse(out()) as { verdict: string; findings: readonly Finding[] };
    expect(told.verdict).toBe('failed');
    expect(told.findings).toContainEqual(
      expect.objectContaining({
        policy: 'tenancy/require-quota',
        subject: expect.stringContaining(namespace) as string,
      }),
    );
    expect(err()).not.toMatch(/\n\s+at /);
  });
});
