import { controls } from '../../../model/controls/control';
import { groupBy } from '../../../model/group-by';
import { policyCatalog } from '../../../policies/catalog';
import type { PolicyResult } from '../../../policies/evaluation';
import { buildReport } from '../../../reports/build-report';
import { findGaps } from '../../../reports/trace/find-gaps';
import type { Trace } from '../../../reports/trace/trace';
import { textAt } from '../../../resources/json-path';
import { expectGolden } from '../../support/expect-golden';
import { traceText } from '../../../reports/trace/text/trace-text';
import { judgedSandbox, type JudgedSandbox } from './sandbox-index';
import { traceOf } from './trace-kit';

let sandbox: JudgedSandbox;
let forward: ReadonlyMap<string, Trace>;
beforeAll(async () => {
  sandbox = await judgedSandbox();
  forward = new Map(controls.map(({ id }) => [id, traceOf(sandbox.index, id)]));
});

/** Every subject of a result with its verdict, straight from the evaluation. */
function saidBy({ pass, fail, unknown, skip, error }: PolicyResult): readonly string[] {
  const told = Object.entries({ fail, unknown, skip, error });
  return [
    ...pass.map((id) => `${id} pass`),
    ...told.flatMap(([verdict, all]) => all.map(({ subject }) => `${subject} ${verdict}`)),
  ].toSorted();
}

/** Rule and subject of every judgement of a trace. */
function pairsOf({ rules }: Trace): readonly string[] {
  return rules.flatMap(({ id, judgements }) => judgements.map(({ subject }) => `${id} ${subject}`)).toSorted();
}

describe('chains through the whole sandbox', () => {
  it('lead from every control to each judgement of each rule that cites it, and to no other', () => {
    const results = new Map(sandbox.evaluation.results.map((one) => [one.policy, one]));
    const citing = (control: string) =>
      policyCatalog.filter(({ policy }) => policy.controls.some((id) => id === control));
    const expected = controls.map(({ id }) => [
      id,
      citing(id).map((rule) => [rule.id, saidBy(results.get(rule.id) ?? { ...none, policy: rule.id })]),
    ]);
    const found = [...forward].map(([id, { rules }]) => [
      id,
      rules.map((one) => [one.id, one.judgements.map(({ subject, verdict }) => `${subject} ${verdict}`).toSorted()]),
    ]);
    expect(found).toEqual(expected);
  });

  it('close: what leads from an object back to a clause leads from that clause to the object', () => {
    const reached = new Map([...forward].map(([id, trace]) => [id, new Set(pairsOf(trace))]));
    const orphans: string[] = [];
    let chains = 0;
    for (const { id } of sandbox.view.resources.all) {
      const { rules, clauses } = traceOf(sandbox.index, id);
      if (rules.length === 0 || clauses.length === 0) orphans.push(id);
      for (const rule of rules) {
        const isReached = rule.clauses.every((clause) => reached.get(clause)?.has(`${rule.id} ${id}`) === true);
        chains += 1;
        if (!isReached || rule.clauses.some((clause) => !clauses.some((one) => one.id === clause)))
          orphans.push(`${rule.id} ${id}`);
      }
    }
    expect(orphans).toEqual([]);
    const objects = new Set(sandbox.view.resources.all.map(({ id }) => id));
    const judged = sandbox.evaluation.results.flatMap(({ pass }) => pass.filter((id) => objects.has(id)));
    expect(chains).toBe(judged.length);
  });

  it('count what the report counts, clause by clause and rule by rule', () => {
    const { view, evaluation, certificate, policies } = sandbox.index.input;
    const report = buildReport({ view, evaluation, certificate, policies });
    const clauses = report.instruments
      .flatMap((one) => one.clauses)
      .map(({ id, state, counts }) => [id, state, counts]);
    const traced = [...forward.values()].flatMap((trace) =>
      trace.clauses.map((one) => [one.id, one.state, trace.counts]),
    );
    expect(traced.toSorted(byFirst)).toEqual(clauses.toSorted(byFirst));
    const whole = traceOf(sandbox.index, sandbox.view.assembly.digest);
    expect(whole.counts).toEqual(report.counts);
    expect(whole.rules.map(({ id, counts }) => [id, counts])).toEqual(
      report.rules.filter(({ subjects }) => subjects > 0).map(({ id, counts }) => [id, counts]),
    );
  });

  it('lead from every line that the manifest names to the objects it names there, and back', () => {
    const named = sandbox.manifest.files.flatMap(({ path, objects }) =>
      objects.map(({ address, source }) => ({ source, object: `${path} ${address}` })),
    );
    for (const [source, objects] of groupBy(named, (one) => one.source)) {
      const trace = traceOf(sandbox.index, source);
      const caused = trace.objects.filter(({ kind, facts }) => kind === 'object' && facts[0]?.place === source);
      const found = caused.map(({ file }) => `${file?.path} ${file?.address}`).toSorted();
      expect({ source, found }).toEqual({ source, found: objects.map(({ object }) => object).toSorted() });
    }
  });

  it('lead from every line of a flow or an exchange to the flows that it declares or that carry it, and what is written for them', () => {
    const { flows, exchanges } = sandbox.view.model;
    for (const [path, place] of Object.entries(sandbox.manifest.places ?? {})) {
      const exchanged = exchanges.filter(({ origin }) => origin.join('/') === path).map(({ id }) => id);
      const meant = flows
        .filter(
          ({ origin, carries = [] }) => origin.join('/') === path || carries.some((one) => exchanged.includes(one)),
        )
        .map(({ id }) => id);
      const writtenFor = sandbox.view.resources.all.filter(({ body }) => {
        const stated = textAt(body, 'metadata', 'annotations', 'ndc.gov.vn/flows')?.split(',') ?? [];
        return stated.some((one) => meant.includes(one));
      });
      const found = traceOf(sandbox.index, place).objects.map(({ id }) => id);
      const expected = [...meant.map((id) => `flow/${id}`), ...writtenFor.map(({ id }) => id)];
      expect({ place, missing: expected.filter((id) => !found.includes(id)) }).toEqual({ place, missing: [] });
    }
  });

  it('lead from every namespace of the facts to its object, and to all that stands in it', () => {
    const { namespaces } = sandbox.view.model;
    const inside = new Map(namespaces.map(({ cluster, name }) => [`${cluster}/${name}`, 0]));
    for (const { cluster = '', kind, name, namespace = '' } of sandbox.view.resources.all) {
      const key = `${cluster}/${kind === 'Namespace' ? name : namespace}`;
      if (inside.has(key)) inside.set(key, (inside.get(key) ?? 0) + 1);
    }
    const { facts } = traceOf(sandbox.index, sandbox.view.assembly.digest);
    const led = facts.flatMap(({ leads }) => leads).filter(({ as }) => as === 'namespace');
    // The namespace of the model is a subject of its own, beside what is written.
    expect(led.map(({ id, subjects }) => [id, subjects - 1]).toSorted(byFirst)).toEqual([...inside].toSorted(byFirst));
  });

  it('lead from the digest of every file to each object that the manifest lists in files of these bytes', () => {
    for (const [digest, files] of groupBy(sandbox.manifest.files, (one) => one.digest)) {
      const { objects } = traceOf(sandbox.index, digest);
      const found = objects.flatMap(({ kind, file }) => (kind === 'object' ? [`${file?.path} ${file?.address}`] : []));
      const listed = files.flatMap(({ path, objects: all }) => all.map(({ address }) => `${path} ${address}`));
      expect({ digest, found: found.toSorted() }).toEqual({ digest, found: listed.toSorted() });
    }
  });

  it('lead from every system and tenant to what the manifest gives it', () => {
    const { systems, tenants } = sandbox.view.model;
    const objects = sandbox.manifest.files.flatMap((file) => file.objects);
    const written = (what: string): number =>
      traceOf(sandbox.index, what).objects.filter(({ kind }) => kind === 'object').length;
    expect(systems.map(({ id }) => [id, written(`system/${id}`)])).toEqual(
      systems.map(({ id }) => [id, objects.filter(({ system }) => system === id).length]),
    );
    expect(tenants.map(({ id }) => [id, written(`tenant/${id}`)])).toEqual(
      tenants.map(({ id }) => [id, objects.filter(({ tenant }) => tenant === id).length]),
    );
  });

  it('leave out nothing without saying so: every control has a rule or is a gap with its reason', () => {
    const gaps = findGaps(sandbox.index);
    const cited = new Set(policyCatalog.flatMap(({ policy }) => policy.controls));
    const uncited = controls.filter(({ id }) => !cited.has(id)).map(({ id }) => id);
    expect(gaps.clausesWithoutRule.map(({ id }) => id)).toEqual(uncited);
    expect(gaps.clausesWithoutRule.filter(({ why }) => why.vi === '' || why.en === '')).toEqual([]);
    const idle = sandbox.evaluation.results.filter(({ subjects }) => subjects === 0).map(({ policy }) => policy);
    expect(gaps.idleRules.map(({ id }) => id)).toEqual(idle);
    expect(gaps).toMatchObject({
      rulesWithoutClause: [],
      unjudgedObjects: [],
      objectsWithoutSource: [],
      departures: 0,
    });
  });

  it('are written in one order, whatever they start from', () => {
    for (const trace of [...forward.values(), traceOf(sandbox.index, 'mps'), traceOf(sandbox.index, 'nation.ts')]) {
      const lists = [trace.clauses, trace.rules, trace.objects].map((all) => all.map(({ id }) => id));
      for (const ids of [...lists, trace.facts.map(({ place }) => place)]) expect(ids).toEqual(ids.toSorted());
    }
  });

  it('read on a page, from a clause and from a line of a fact', () => {
    const style = { language: 'en', limit: 6 } as const;
    const starts = ['d331-30.9', 'environments/sandbox/systems/platform/government-cloud.ts:29'];
    const pages = starts.map((what) => traceText(traceOf(sandbox.index, what), style));
    expectGolden('sandbox/trace.txt', pages.join('\n').replaceAll(/[0-9a-f]{64}/g, '…'));
  });
});

const none = {
  force: 'block',
  subjects: 0,
  pass: [],
  fail: [],
  unknown: [],
  skip: [],
  error: [],
  vacuous: 'no',
  blocks: false,
} as const;

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
