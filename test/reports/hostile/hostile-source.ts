import type { Attestation } from '../../../model/attestations/attestation';
import type { Model, PolicyException } from '../../../model/model';
import type { DataCenter } from '../../../model/site/site';
import type { System } from '../../../model/tenancy/system';
import type { Tenant } from '../../../model/tenancy/tenant';
import type { Text } from '../../../model/text';
import { certify } from '../../../policies/certificate';
import {
  definePolicy,
  fail,
  pass,
  unknown,
  type Judgement,
  type Policy,
  type Subject,
} from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { Evaluation, Finding, PolicyResult } from '../../../policies/evaluation';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { AssemblyView } from '../../../resources/view/assembly-view';
import type { JsonObject } from '../../../resources/resource';
import { healthyModel } from '../../support/healthy-model';
import { procedures } from '../../support/healthy-systems';
import { ruleSetOf } from '../../support/rule-set-of';
import { CLUSTER, viewOf } from '../../support/view-of';
import { hostileLive, ruleOfOne } from './hostile-live';
import { hostileNames, textAt, type HostileName } from './hostile-texts';
import { earlierOf, historyOf } from '../history/history-kit';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };
const digest = `sha256:${'0'.repeat(64)}`;

/** Every text at each place where one can come from outside. */
export function hostileSource(names: readonly HostileName[] = hostileNames): ReportSource {
  return judged(hostileModel(names), names);
}

/** A name at a place in both languages, each a text of its own. */
function nameAt(name: HostileName, place: string): Text {
  return { vi: textAt(name, `${place}Vi`), en: textAt(name, `${place}En`) };
}

/** All of them at the one place that there is. */
function everyAt(names: readonly HostileName[], place: string): string {
  return names.map((name) => textAt(name, place)).join(' ');
}

function hostileModel(names: readonly HostileName[]): Model {
  const model = healthyModel();
  const [, owner] = model.tenants;
  const site = model.sites.find((one): one is DataCenter => one.kind === 'national-data-center');
  const [cluster] = model.clusters;
  if (owner === undefined || site === undefined || cluster === undefined) throw new Error('the healthy model is empty');
  const sorted = <T extends { readonly id: string }>(given: readonly T[]): readonly T[] =>
    given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...model,
    environment: everyAt(names, 'environment'),
    nation: {
      ...model.nation,
      officialName: { vi: everyAt(names, 'nationVi'), en: everyAt(names, 'nationEn') },
    },
    sites: sorted([
      ...model.sites,
      ...names.map((name) => ({ ...site, id: textAt(name, 'site'), officialName: nameAt(name, 'sitename') })),
    ]),
    clusters: sorted([...model.clusters, ...names.map((name) => ({ ...cluster, id: textAt(name, 'cluster') }))]),
    tenants: sorted([...model.tenants, ...names.map((name) => hostileTenant(name, owner))]),
    systems: sorted([...model.systems, ...names.map(hostileSystem)]),
    exceptions: names.flatMap(hostileExceptions),
  };
}

function hostileTenant(name: HostileName, owner: Tenant): Tenant {
  const code = textAt(name, 'tenantcode');
  return { ...owner, id: textAt(name, 'tenant'), kind: 'ministry', code, officialName: nameAt(name, 'tenantname') };
}

function hostileSystem(name: HostileName): System {
  const model = procedures();
  return {
    ...model,
    id: textAt(name, 'system'),
    officialName: nameAt(name, 'systemname'),
    owner: textAt(name, 'tenant'),
    operator: textAt(name, 'operator'),
    securityUnit: textAt(name, 'unit'),
    dataSets: model.dataSets.map((one) => ({ ...one, name: textAt(name, 'dataset') })),
    origin: ['systems', textAt(name, 'origin')],
  };
}

/** One that excuses a finding, and one that excuses nothing. */
function hostileExceptions(name: HostileName): readonly PolicyException[] {
  const used: PolicyException = {
    id: textAt(name, 'waiver'),
    policy: 'network/require-a',
    resource: textAt(name, 'excused'),
    value: 'open',
    owner: textAt(name, 'waiverowner'),
    reason: textAt(name, 'reason'),
    approver: textAt(name, 'approver'),
    from: '2026-09-01',
    expires: '2026-12-01',
    origin: ['exceptions', textAt(name, 'waiverorigin')],
  };
  return [used, { ...used, id: textAt(name, 'needless'), resource: textAt(name, 'nowhere') }];
}

/** An object of a cluster whose own names and labels are hostile. */
function hostileObject(name: HostileName): JsonObject {
  const labels = { [textAt(name, 'labelkey')]: textAt(name, 'label') };
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: textAt(name, 'object'), namespace: textAt(name, 'namespace'), labels },
  };
}

function hostileRecord(name: HostileName): Attestation {
  return {
    id: textAt(name, 'record'),
    subject: { kind: 'system', id: textAt(name, 'system') },
    control: 'd331-31.2d',
    doneOn: '2026-09-15',
    by: { name: textAt(name, 'attester'), independent: true },
    outcome: 'not-met',
    open: [textAt(name, 'open')],
    document: { name: textAt(name, 'document'), digest },
    signer: textAt(name, 'signer'),
    role: textAt(name, 'role'),
    signedAt: '2026-09-16T00:00:00Z',
    origin: ['attestations', textAt(name, 'recordorigin')],
  };
}

/** A rule that says one thing of each of these subjects. */
function ruleOf(subjects: readonly Subject[], judgement: Judgement): Policy {
  return definePolicy({
    title: text,
    force: 'block',
    controls: ['d331-30.8'],
    why: text,
    fix: text,
    subjects: () => subjects,
    check: () => judgement,
  });
}

function rulesOn(names: readonly HostileName[], view: AssemblyView): Readonly<Record<string, Policy>> {
  const subjectsAt = (place: string): readonly Subject[] =>
    names.map((name) => ({
      id: textAt(name, place),
      system: textAt(name, 'system'),
      tenant: textAt(name, 'tenant'),
      source: `${textAt(name, 'source')}:12`,
      file: textAt(name, 'file'),
    }));
  const systems = view.model.systems.map(({ id, owner }) => ({ id: `system/${id}`, system: id, tenant: owner }));
  const objects = view.resources.all.map(({ id }) => ({ id }));
  return {
    'network/require-a': ruleOf(subjectsAt('excused'), { ...fail('spec', 'open', 'closed'), value: 'open' }),
    'network/require-b': ruleOf([...subjectsAt('failed'), ...systems, ...objects], fail('where', 'got', 'want')),
    'network/require-c': ruleOf(subjectsAt('untold'), unknown('where', 'got', 'want')),
    'network/require-d': ruleOf(subjectsAt('passed'), pass),
    'network/require-e': { ...ruleOf(subjectsAt('broken'), pass), check: breaks },
  };
}

function breaks(): never {
  throw new Error('broken');
}

/** What rules say, bent after the fact: formats must stand what no evaluation would let through. */
function bend(evaluation: Evaluation, names: readonly HostileName[]): Evaluation {
  const bendAll = <F extends Finding>(findings: readonly F[], kind: string): readonly F[] =>
    findings.map((finding, index) => {
      const name = names[index % names.length] ?? 'script';
      const [where, got, want] = ['where', 'got', 'want'].map((place) => textAt(name, `${kind}${place}`));
      return { ...finding, where: where ?? '', got: got ?? '', want: want ?? '' };
    });
  const results = evaluation.results.map((one): PolicyResult => ({
    ...one,
    fail: bendAll(one.fail, 'fail'),
    unknown: bendAll(one.unknown, 'unknown'),
    error: bendAll(one.error, 'error'),
    skip: bendAll(one.skip, 'skip'),
  }));
  const at = (place: string): readonly string[] => names.map((name) => textAt(name, place));
  return {
    ...evaluation,
    results,
    faults: at('fault').map((got) => ({ kind: 'rule-differs', rule: got, got, want: got })),
    integrity: at('departure').map((detail) => ({ kind: 'digest-differs', file: detail, address: detail, detail })),
  };
}

function judged(model: Model, names: readonly HostileName[]): ReportSource {
  const plain = viewOf({ model, resources: names.map(hostileObject) });
  const view = new AssemblyView({
    ...plain.assembly,
    tools: Object.fromEntries(names.map((name) => [textAt(name, 'tool'), textAt(name, 'version')])),
    unknownKinds: names.map((name) => textAt(name, 'kind')),
  });
  const rules = ruleSetOf([...Object.entries(rulesOn(names, view)).map(([id, policy]) => ({ id, policy })), ruleOfOne]);
  const raw = evaluate(rules, { view, today: '2026-10-01' }, model.exceptions);
  const evaluation = bend(raw, names);
  const { environment, exceptions } = model;
  const certificate = certify({ rules, evaluation, exceptions, environment, assemblyDigest: digest });
  const attestations = names.map(hostileRecord);
  const live = hostileLive(evaluation, rules.policies, names);
  const input = { view, evaluation, certificate, policies: rules.policies, attestations, live };
  const source = { ...input, report: buildReport(input) };
  const then = { ...source, evaluation: { ...raw, results: raw.results.map((one) => ({ ...one, fail: [] })) } };
  return { ...source, since: historyOf(earlierOf(then, { bundle: everyAt(names, 'bundle') })) };
}

/** The cluster that the objects stand in. */
export const home = CLUSTER;
