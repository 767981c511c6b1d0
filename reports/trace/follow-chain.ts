import { compareText, firstOrder } from '../../model/build/sort';
import { findInstrument, tryFindControl } from '../../model/controls/control';
import { findSource } from '../../model/controls/sources';
import { groupBy } from '../../model/group-by';
import { points, silencesOf } from '../../policies/engine/points/points';
import type { EvidenceKind, EvidenceLink } from './evidence-link';
import { factRoles, type FactLink } from './fact-index';
import type {
  PointReasons,
  Trace,
  TraceClause,
  TraceEvidence,
  TraceFact,
  TraceJudgement,
  TraceObject,
  TraceRule,
  TraceWhole,
} from './trace';
import { countJudgements, judgementsIn, type IndexedRule, type TraceIndex } from './trace-index';
import type { GroupKind, TraceStart } from './trace-start';
import type { TraceSubject } from './trace-subject';

/** Follows the chain from a start to both ends: clauses, rules, what they judged, the facts behind it, and the evidence. */
export function followChain(index: TraceIndex, start: TraceStart): Trace {
  const { view, evaluation, bundle } = index.input;
  const judged = judgedFrom(index, start);
  const rules = [...judged].map(([id, judgements]) => traceRule(index, id, judgements));
  const clauses = clausesFrom(index, start, rules).map((id) => traceClause(index, id));
  const subjects = subjectsFrom(index, start, rules);
  const objects = subjects.map((one) => traceObject(index, one));
  const evidence = evidenceFrom(index, start, objects);
  return {
    formatVersion: 1,
    environment: view.model.environment,
    today: evaluation.today,
    verdict: evaluation.verdict,
    start,
    officialName: officialNameOf(index, start),
    clauses,
    rules,
    objects,
    facts: factsOf(objects),
    wholes: start.kind === 'subject' ? wholesOf(index, start.id) : [],
    counts: countJudgements(rules.flatMap(({ judgements }) => judgements)),
    evidence,
    signatures: bundle?.signatures.filter(({ digests }) => evidence.some(({ digest }) => digests.includes(digest))),
  };
}

/** Evidence of every judgement at once. */
const WHOLE: ReadonlySet<EvidenceKind> = new Set(['assembly', 'rules', 'evaluations', 'certificate', 'review']);

type Judged = ReadonlyMap<string, readonly TraceJudgement[]>;

/** What was judged on the chain, by rule: all of a clause's rules, or what the subjects of the start were judged by. */
function judgedFrom(index: TraceIndex, start: TraceStart): Judged {
  const rulesOf = (ids: readonly string[]): Judged =>
    new Map(
      [...index.rules.values()]
        .filter(({ id }) => ids.includes(id))
        .map(({ id, result }) => [id, judgementsIn(result)] as const),
    );
  if (start.kind === 'rule') return rulesOf([start.id]);
  if ('controls' in start) return rulesOf(start.controls.flatMap((id) => index.clauses.get(id)?.rules ?? []));
  return index.judgementsOf(new Set(startSubjects(index, start).map(({ id }) => id)));
}

/** The subjects that a start means by itself; none where it means rules. */
function startSubjects(index: TraceIndex, start: TraceStart): readonly TraceSubject[] {
  const those = (isMeant: (subject: TraceSubject) => boolean): readonly TraceSubject[] =>
    [...index.subjects.values()].filter(isMeant);
  switch (start.kind) {
    case 'subject':
      return [index.findSubject(start.id)];
    case 'group':
      return those((one) => isIn[start.of](one, start.id));
    case 'source': {
      const places = new Set(start.places);
      return those((one) => index.facts.linksOf(one).some(({ place }) => places.has(place)));
    }
    case 'evidence': {
      if (start.links.some(({ kind }) => WHOLE.has(kind))) return [...index.subjects.values()];
      const files = new Set(start.links.filter(({ kind }) => kind === 'file').map(({ name }) => name));
      return those(({ file }) => file !== undefined && files.has(file));
    }
    default:
      return [];
  }
}

const isIn: Readonly<Record<GroupKind, (subject: TraceSubject, id: string) => boolean>> = {
  system: ({ systems }, id) => systems.includes(id),
  tenant: ({ tenant }, id) => tenant === id,
  site: ({ site }, id) => site === id,
  cluster: ({ cluster }, id) => cluster === id,
  file: ({ file }, id) => file === id,
};

function officialNameOf({ input }: TraceIndex, start: TraceStart): Trace['officialName'] {
  if (start.kind !== 'group') return undefined;
  const { model } = input.view;
  switch (start.of) {
    case 'system':
      return model.trySystem(start.id)?.officialName;
    case 'tenant':
      return model.tryTenant(start.id)?.officialName;
    case 'site':
      return model.trySite(start.id)?.officialName;
    default:
      return undefined;
  }
}

function subjectsFrom(index: TraceIndex, start: TraceStart, rules: readonly TraceRule[]): readonly TraceSubject[] {
  const given = startSubjects(index, start);
  if (given.length > 0) return given;
  const ids = new Set(rules.flatMap(({ judgements }) => judgements.map(({ subject }) => subject)));
  return [...ids].toSorted().map((id) => index.findSubject(id));
}

function clausesFrom(index: TraceIndex, start: TraceStart, rules: readonly TraceRule[]): readonly TraceClause['id'][] {
  if ('controls' in start) return start.controls;
  const ids = new Set<string>(rules.flatMap(({ clauses }) => clauses));
  return [...index.clauses.values()]
    .map(({ id }) => id)
    .filter((id) => ids.has(id))
    .toSorted();
}

/** A control as the chain shows it. */
export function traceClause(index: TraceIndex, id: TraceClause['id']): TraceClause {
  const clause = index.clauses.get(id);
  const control = tryFindControl(id);
  if (clause === undefined || control === undefined) throw new Error(`no control with the id ${id}`);
  const { instrument, citation, title, mark, levels, state, why, rules, counts } = clause;
  const sources = control.sourceKeys
    .map((key) => findSource(key))
    .map(({ title: name, urls }) => ({ title: name, urls }));
  const { officialName } = findInstrument(instrument);
  return { id, instrument, citation, officialName, title, mark, sources, levels, state, why, rules, counts };
}

function traceRule(index: TraceIndex, id: string, judgements: readonly TraceJudgement[]): TraceRule {
  const rule = index.rules.get(id);
  if (rule === undefined) throw new Error(`no rule with the id ${id}`);
  const { title, force, controls, vacuous, mayBeVacuous, counts } = rule.report;
  return { id, title, force, clauses: controls, ...pointsOf(rule), vacuous, mayBeVacuous, counts, judgements };
}

/** The points at which a rule acts, and why not at the others. */
export function pointsOf({ policy }: Pick<IndexedRule, 'policy'>): Pick<TraceRule, 'points' | 'notAt'> {
  const silences = silencesOf(policy);
  const notAt: PointReasons = Object.fromEntries(
    points.flatMap((point) => (silences[point] === undefined ? [] : [[point, silences[point]] as const])),
  );
  return { points: points.filter((point) => silences[point] === undefined), notAt };
}

function traceObject(index: TraceIndex, subject: TraceSubject): TraceObject {
  const { id, kind, resource, file } = subject;
  return {
    id,
    kind,
    objectKind: resource?.kind,
    facts: index.facts.linksOf(subject),
    constructPath: resource === undefined || resource.constructPath === '' ? undefined : resource.constructPath,
    zone: resource?.zone,
    level: resource?.level,
    file:
      file === undefined
        ? undefined
        : { path: file, address: resource?.artifact.address ?? '', digest: index.fileDigests.get(file) ?? '' },
  };
}

/** Each fact behind the objects once, with what it leads to among them. */
function factsOf(objects: readonly TraceObject[]): readonly TraceFact[] {
  const counts = new Map<FactLink, number>();
  for (const { facts } of objects) for (const link of facts) counts.set(link, (counts.get(link) ?? 0) + 1);
  return [...groupBy(counts, ([{ place }]) => place)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([place, ofPlace]) => ({
      place,
      leads: ofPlace
        .map(([{ as, id }, subjects]) => ({ as, id, subjects }))
        .toSorted((a, b) => firstOrder(factRoles.indexOf(a.as) - factRoles.indexOf(b.as), compareText(a.id, b.id))),
    }));
}

/** What a subject is a part of and rules judge too. */
function wholesOf(index: TraceIndex, id: string): readonly TraceWhole[] {
  const { flows, namespace, systems, tenant, cluster, site, file } = index.findSubject(id);
  const ids = [
    ...flows.map((one) => `flow/${one}`),
    ...(namespace === undefined ? [] : [`namespace/${namespace}`]),
    ...systems.map((one) => `system/${one}`),
    ...(tenant === undefined ? [] : [`tenant/${tenant}`]),
    ...(cluster === undefined ? [] : [`cluster/${cluster}`]),
    ...(site === undefined ? [] : [`site/${site}`]),
    ...(file === undefined ? [] : [`file/${file}`]),
    'assembly',
  ].filter((one) => one !== id && index.subjects.has(one));
  const judged = [...index.judgementsOf(new Set(ids))];
  return ids.map((one) => {
    const ofOne = judged.flatMap(([rule, all]) =>
      all.filter(({ subject }) => subject === one).map((told) => ({ rule, told })),
    );
    return { id: one, rules: ofOne.map(({ rule }) => rule), counts: countJudgements(ofOne.map(({ told }) => told)) };
  });
}

/** The evidence under the chain: what covers everything, and the files that hold its objects. */
function evidenceFrom(index: TraceIndex, start: TraceStart, objects: readonly TraceObject[]): readonly TraceEvidence[] {
  const files = new Set(objects.flatMap(({ file }) => (file === undefined ? [] : [file.path])));
  const asked = new Set(start.kind === 'evidence' ? start.links.map(({ digest }) => digest) : []);
  return index.evidence
    .filter(({ kind, name, digest }) => WHOLE.has(kind) || files.has(name) || asked.has(digest))
    .map((link) => withBundle(index, link));
}

/** Files of the assembly that its own digest stands for. */
const OWN_FILES: readonly string[] = ['manifest.json', 'model.json', 'facts.json'];

function withBundle({ input: { bundle, view } }: TraceIndex, link: EvidenceLink): TraceEvidence {
  const carriers = link.kind === 'assembly' ? OWN_FILES : link.kind === 'file' ? [link.name] : [];
  const departures = view.integrity.filter(({ file }) => carriers.includes(file)).map(({ kind }) => kind);
  const signatures = bundle?.signatures.filter(({ digests }) => digests.includes(link.digest)) ?? [];
  const signers = [...new Set(signatures.map(({ signer }) => signer))].toSorted();
  const inBundle = bundle?.evidence.some(({ digest }) => digest === link.digest);
  return { ...link, inBundle, departures: [...new Set(departures)].toSorted(), signers };
}
