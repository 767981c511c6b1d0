import { nearestName } from '../../model/nearest-name';
import { printCount } from '../../model/print-count';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import { findSource, isSourcePlace } from './find-source';
import type { TraceIndex } from './trace-index';
import type { GroupKind, TraceStart } from './trace-start';

/** Longer texts name nothing. */
const LENGTH_MAX = 1_000;

/** Names that are offered when a text could mean several things. */
const OFFERED_MAX = 6;

/**
 * Finds what somebody means by a text, by its own shape: a clause, control or instrument, a rule, an object or another
 * thing that rules judge, a system, tenant, site or cluster, a file, a place in the facts, or a digest. Fails when it means
 * nothing, or several things.
 */
export function findStart(index: TraceIndex, text: string): Result<TraceStart> {
  if (text === '' || text.length > LENGTH_MAX) return failure([unknownStart(index, text)]);
  if (text.startsWith('sha256:')) return findDigest(index, text);
  if (isSourcePlace(text)) return findSource(index, text);
  const [first, ...others] = [...named(index, text), ...objectsNamed(index, text)];
  if (first === undefined) return failure([unknownStart(index, text)]);
  return others.length === 0 ? success(first) : failure([ambiguous(text, [first, ...others])]);
}

/** What a bare name may mean, beside things of the law and rules. */
const namedGroups = ['system', 'tenant', 'site', 'cluster'] as const satisfies readonly GroupKind[];

/** Everything whose whole name is the text. */
function named(index: TraceIndex, text: string): readonly TraceStart[] {
  const found: TraceStart[] = [];
  const clause = index.clausePlaces.tryFind(text);
  if (clause !== undefined) found.push(clause);
  if (index.rules.has(text)) found.push({ kind: 'rule', id: text });
  for (const group of namedGroups) {
    for (const id of idsOf(index, group, text)) found.push({ kind: 'group', of: group, id });
  }
  if (index.fileDigests.has(text)) found.push({ kind: 'group', of: 'file', id: text });
  return found;
}

/** The things of a kind that a bare name means: the one of this id, or else the systems that are declared by it. */
function idsOf(index: TraceIndex, of: (typeof namedGroups)[number], text: string): readonly string[] {
  if (index.subjects.has(`${of}/${text}`)) return [text];
  if (of !== 'system') return [];
  const { systems } = index.input.view.model;
  return systems.filter(({ declaration }) => declaration === text).map(({ id }) => id);
}

/** The judged things that a text names: by the whole id, in the order in which kubectl is asked, or by its last parts. */
function objectsNamed(index: TraceIndex, text: string): readonly TraceStart[] {
  const group = namedGroups.find((one) => text.startsWith(`${one}/`));
  if (group !== undefined && index.subjects.has(text)) {
    return [{ kind: 'group', of: group, id: text.slice(group.length + 1) }];
  }
  const [cluster = '', namespace = '', kind = '', name = '', ...more] = text.split('/');
  const turned = more.length === 0 ? `${cluster}/${kind}/${namespace}/${name}` : '';
  const whole = [text, turned].find((id) => index.subjects.has(id));
  if (whole !== undefined) return [{ kind: 'subject', id: whole }];
  if (!text.includes('/') && !text.includes('.')) return [];
  const tail = `/${text}`;
  return [...index.subjects.values()]
    .filter(({ id, resource }) => resource !== undefined && (id.endsWith(tail) || resource.artifact.address === text))
    .map(({ id }) => ({ kind: 'subject' as const, id }));
}

function findDigest(index: TraceIndex, digest: string): Result<TraceStart> {
  const links = index.evidence.filter((one) => one.digest === digest);
  if (links.length > 0) return success({ kind: 'evidence', id: digest, links });
  return failure([
    problem({
      code: 'trace-digest-unknown',
      at: [],
      what: 'nothing that was judged has this digest',
      got: digest,
      want: 'the digest of the assembly, one of its files, the rules, the evaluations, the certificate, or the review of a bundle',
      next: 'run ndc trace on an object to see the digests under it',
    }),
  ]);
}

function ambiguous(got: string, found: readonly TraceStart[]): Problem {
  const names = found.slice(0, OFFERED_MAX).map(nameOf);
  const more = found.length - names.length;
  return problem({
    code: 'trace-ambiguous',
    at: [],
    what: `the name means ${printCount(found.length, 'thing')}`,
    got,
    want: `one of ${names.join(', ')}${more === 0 ? '' : `, or ${more} more`}`,
    next: 'write the whole name of the one that is meant',
  });
}

/** A name that means this start alone. */
function nameOf(start: TraceStart): string {
  return start.kind === 'group' && start.of !== 'file' ? `${start.of}/${start.id}` : start.id;
}

function unknownStart(index: TraceIndex, got: string): Problem {
  const near = nearestName(got, candidates(index, got));
  return problem({
    code: 'trace-unknown',
    at: [],
    what: 'nothing on any chain has this name',
    got,
    want:
      near === undefined
        ? 'a clause, control, rule, object, system, tenant, site, cluster, file, file:line of a fact, or digest'
        : `did you mean ${near}?`,
    next: 'run ndc explain for the rules, ndc trace --gaps for what stands on no chain',
  });
}

/** Names near a text: all short ones, and of objects those that agree in some part, since there are many. */
function candidates(index: TraceIndex, text: string): readonly string[] {
  const { model } = index.input.view;
  const things = [...model.systems, ...model.tenants, ...model.sites, ...model.clusters].map(({ id }) => id);
  const short = [...index.clausePlaces.names(), ...index.rules.keys(), ...things];
  if (!text.includes('/')) return short;
  const parts = text.split('/');
  const agrees = (id: string): boolean =>
    id.split('/').filter((part) => parts.includes(part)).length >= parts.length - 1;
  return [
    ...short,
    ...[...index.subjects.keys()].filter((id) => Math.abs(id.length - text.length) <= text.length / 3 && agrees(id)),
  ];
}
