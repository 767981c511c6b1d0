import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { Finding, PolicyResult } from '../../policies/evaluation';
import type { PointFinding } from '../points/live-report';
import { addressedPlace, placeText } from '../text/place-text';
import { visibleNumber } from '../text/visible-text';
import type { Judged } from './judged';

/**
 * What a gate found in the form of JUnit's XML, as build servers read it: a suite for each rule, a case for each
 * finding, and one for all subjects that are as required. An excused finding is skipped; a rule that broke is an error.
 */
export function renderJunit({
  evaluation: { results, faults, integrity, exceptions },
  policies,
  live = [],
}: Judged): string {
  const departures = integrity.map((one) =>
    failure(`${one.kind} ${one.file} ${one.address}`, `${one.detail}, at ${placeText(one)}`),
  );
  const faulty = exceptions.map(({ exception, fault, got, want }) =>
    failure(`${exception}: ${fault}`, `got ${got}, want ${want}`),
  );
  const others = faults.map(({ kind, rule, got, want }) => failure(`${kind} ${rule}`, `got ${got}, want ${want}`));
  const suites = [
    suite('rules', others.length === 0 ? [passed('the rules are those of their bundle')] : others),
    suite('integrity', departures.length === 0 ? [passed('all that was read is as stated')] : departures),
    suite('exceptions', faulty.length === 0 ? [passed('every exception excuses what it says')] : faulty),
    ...results.map((one) => suite(one.policy, casesOf(one))),
    ...suitesWhereItRuns(live, policies),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ndc gate">\n${suites.join('\n')}\n</testsuites>\n`;
}

interface Case {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly name: string;
  readonly text: string;
}

function casesOf(result: PolicyResult): readonly Case[] {
  const { pass, fail, unknown, skip, error, vacuous } = result;
  // A rule that only warns must not fail a build.
  const kind = result.force === 'block' ? 'failure' : 'skipped';
  const found = (finding: Finding, prefix = ''): Case => ({
    kind,
    name: nameOf(finding),
    text: `${prefix}${wordsOf(finding)}`,
  });
  return [
    ...(pass.length === 0 ? [] : [passed(`${printCount(pass.length, 'subject')} as required`)]),
    ...(vacuous === 'allowed' ? [skipped('no subject', 'applied to nothing, which it may')] : []),
    ...(vacuous === 'refused' ? [failure('no subject', 'applied to nothing, so it proves nothing')] : []),
    ...fail.map((one) => found(one)),
    ...unknown.map((one) => found(one, "can't be told: ")),
    ...skip.map((one) => skipped(nameOf(one), `excused by ${one.exception}`)),
    ...error.map((one): Case => ({ kind: 'error', name: one.subject, text: one.got })),
  ];
}

/** A suite for each point at which a rule was found not to hold; its property tells the point. */
function suitesWhereItRuns(live: readonly PointFinding[], policies: Judged['policies']): readonly string[] {
  const warns = new Set(policies.filter(({ policy }) => policy.force === 'warn').map(({ id }) => id));
  const groups = groupBy(live, ({ rule, point }) => `${rule} ${point}`);
  return [...groups.values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    const cases = found.map(({ rule, subject, where, verdict, got, want }): Case => {
      const text = `${verdict === 'fail' ? '' : "can't be told: "}got ${got}, want ${want}`;
      return {
        kind: warns.has(rule) ? 'skipped' : 'failure',
        name: where === '' ? subject : `${subject} ${where}`,
        text,
      };
    });
    return [suite(`${first.rule} (${first.point})`, cases, { point: first.point })];
  });
}

function passed(name: string): Case {
  return { kind: 'passed', name, text: '' };
}

function failure(name: string, text: string): Case {
  return { kind: 'failure', name, text };
}

function skipped(name: string, text: string): Case {
  return { kind: 'skipped', name, text };
}

function nameOf({ subject, where }: Finding): string {
  return where === '' ? subject : `${subject} ${where}`;
}

function wordsOf(finding: Finding): string {
  const place = addressedPlace(finding);
  return `got ${finding.got}, want ${finding.want}${place === '' ? '' : `, at ${place}`}`;
}

function suite(name: string, cases: readonly Case[], properties: Readonly<Record<string, string>> = {}): string {
  const count = (kind: Case['kind']): number => cases.filter((one) => one.kind === kind).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const lines = cases.map((one) => caseText(name, one));
  const told = Object.entries(properties).map(
    ([key, value]) => `<property name="${key}" value="${escapeXml(value)}"/>`,
  );
  const head = told.length === 0 ? [] : [`    <properties>${told.join('')}</properties>`];
  return [`  <testsuite name="${escapeXml(name)}" ${counts}>`, ...head, ...lines, '  </testsuite>'].join('\n');
}

function caseText(suiteName: string, { kind, name, text }: Case): string {
  const head = `    <testcase classname="${escapeXml(suiteName)}" name="${escapeXml(name)}"`;
  return kind === 'passed' ? `${head}/>` : `${head}><${kind} message="${escapeXml(text)}"/></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Text as an attribute; what can't be seen stands by its number, and what XML 1.0 can't hold at all is told by it. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/(?!\n)\p{Cc}|\p{Cs}|[\uFFFE\uFFFF⟦]/gu, visibleNumber)
    .replaceAll(/[&<>"\n\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => ENTITIES[one] ?? `&#${one.codePointAt(0) ?? 0};`);
}
