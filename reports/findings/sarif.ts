import { createHash } from 'node:crypto';
import type { Location, Log, Notification, PhysicalLocation, ReportingDescriptor, Result, Run } from 'sarif';
import { citationOf, findControl } from '../../model/controls/control';
import type { Policy } from '../../policies/define-policy';
import type { Evaluation, Finding, SkippedFinding } from '../../policies/evaluation';
import type { PointFinding } from '../points/live-report';
import { sortedJson } from '../sorted-json';
import { printableJson } from '../text/printable-json';
import { visibleNumber } from '../text/visible-text';
import { wellFormedJson } from '../text/well-formed-json';
import type { KnownPlace } from '../text/place-text';
import type { Judged } from './judged';

/** The published schema of the format. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * What a gate found as SARIF 2.1.0 (OASIS): every finding that stands, and every one that an exception excuses, with
 * the suppression (§3.35) that says so. Passes are no results. A run that broke, or that couldn't read something, says
 * that it was not successful (§3.20.14), so that no empty list looks like a clean one.
 */
export function renderSarif({ evaluation, policies, exceptions, live = [] }: Judged): string {
  const reasons = new Map(exceptions.map(({ id, reason, approver }) => [id, `${reason} (${approver})`]));
  const index = new Map(policies.map(({ id }, position) => [id, position]));
  const run: Run = {
    tool: {
      driver: {
        name: 'ndc',
        rules: policies.map(({ id, policy }) => descriptor(id, policy)),
        notifications: NOTIFICATIONS.map((id) => ({ id })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: isComplete(evaluation), toolExecutionNotifications: notifications(evaluation) },
    ],
    results: [
      ...evaluation.results.flatMap((one) => {
        const level = one.force === 'block' ? 'error' : 'warning';
        const make = (finding: Finding, text: string): Result => resultOf(finding, { level, text, index });
        return [
          ...one.fail.map((finding) => make(finding, wordsOf(finding))),
          ...one.unknown.map((finding) => make(finding, `can't be told: ${wordsOf(finding)}`)),
          ...one.skip.map((finding) => suppressed(make(finding, wordsOf(finding)), finding, reasons)),
        ];
      }),
      ...live.map((finding) => resultWhereItRuns(finding, policies, index)),
    ],
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${printableJson(wellFormedJson(sortedJson(log)))}\n`;
}

/** Whether everything was judged that was to be, and no exception is at fault: no result would show that. */
function isComplete({ verdict, exceptions }: Evaluation): boolean {
  return verdict !== 'incomplete' && exceptions.length === 0;
}

const NOTIFICATIONS = ['broken-rule', 'exception', 'integrity', 'rule-bundle', 'vacuous-rule'] as const;

function notifications({ results, faults, integrity, exceptions }: Evaluation): Notification[] {
  const broken = results.flatMap((one) =>
    one.error.map(({ policy, subject, got }) => notification('broken-rule', `${policy} on ${subject}: ${got}`)),
  );
  const vacuous = results.filter((one) => one.vacuous === 'refused');
  return [
    ...broken,
    ...faults.map(({ kind, rule, got, want }) =>
      notification('rule-bundle', `${kind} ${rule}: got ${got}, want ${want}`),
    ),
    ...integrity.map((one): Notification => {
      const text = `${one.kind} ${one.file} ${one.address}: ${one.detail}`;
      return { ...notification('integrity', text), locations: [{ ...physical(one) }] };
    }),
    ...exceptions.map((one) =>
      notification('exception', `${one.exception}: ${one.fault}, got ${one.got}, want ${one.want}`),
    ),
    ...vacuous.map(({ policy }) => notification('vacuous-rule', `${policy} applied to nothing, so it proves nothing`)),
  ];
}

function notification(id: (typeof NOTIFICATIONS)[number], text: string): Notification {
  return { descriptor: { id }, level: 'error', message: { text } };
}

function descriptor(
  id: string,
  { title, why, fix, force, controls }: Pick<Policy, 'title' | 'why' | 'fix' | 'force' | 'controls'>,
): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title.en },
    fullDescription: { text: why.en },
    help: { text: fix.en },
    defaultConfiguration: { level: force === 'block' ? 'error' : 'warning' },
    properties: {
      clauses: controls.map((control) => citationOf(findControl(control), 'en')),
      tags: [...controls],
      vi: { title: title.vi, why: why.vi, fix: fix.vi },
    },
  };
}

interface Told {
  readonly level: 'error' | 'warning';
  readonly text: string;
  readonly index: ReadonlyMap<string, number>;
}

function resultOf(finding: Finding, { level, text, index }: Told): Result {
  const ruleIndex = index.get(finding.policy);
  return {
    ruleId: finding.policy,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level,
    message: { text },
    locations: [locationOf(finding)],
    partialFingerprints: { 'finding/v1': fingerprint(finding) },
  };
}

/** What stands against a rule where the assembly runs; the property `point` tells where it was seen. */
function resultWhereItRuns(
  { rule, point, verdict, subject, where, got, want }: PointFinding,
  policies: Judged['policies'],
  index: ReadonlyMap<string, number>,
): Result {
  const force = policies.find(({ id }) => id === rule)?.policy.force;
  const level = force === 'warn' ? 'warning' : 'error';
  const words = `${verdict === 'fail' ? '' : "can't be told: "}${wordsOf({ where, got, want })}`;
  const value = `${point} ${where}=${got};`;
  const finding = { policy: rule, subject, where, got, want, value };
  return { ...resultOf(finding, { level, text: `${point}: ${words}`, index }), properties: { point } };
}

function locationOf(finding: Finding): Location {
  const { subject, where, address } = finding;
  const logical = { fullyQualifiedName: where === '' ? subject : `${subject} ${where}`, kind: 'resource' };
  const own = address === undefined ? [] : [{ fullyQualifiedName: address, kind: 'resource' }];
  return { ...physical(finding), logicalLocations: [logical, ...own] };
}

/** Where in a file it stands (§3.29), with line and column (§3.30) where they are known. */
function physical({ file, position }: KnownPlace): { readonly physicalLocation?: PhysicalLocation } {
  if (file === undefined) return {};
  // Each step of a path is a segment of its own: `#` and `?` in a name begin no part of another kind.
  const uri = file
    .replace(/\p{Cs}/gu, visibleNumber)
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  const region = position === undefined ? {} : { region: { startLine: position.line, startColumn: position.column } };
  return { physicalLocation: { artifactLocation: { uri }, ...region } };
}

function suppressed(result: Result, { exception }: SkippedFinding, reasons: ReadonlyMap<string, string>): Result {
  const justification = `${exception}: ${reasons.get(exception) ?? ''}`;
  return { ...result, suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

function wordsOf({ where, got, want }: Pick<Finding, 'where' | 'got' | 'want'>): string {
  return `${where === '' ? '' : `${where}: `}got ${got}, want ${want}`;
}

/** The same finding has the same print in every run, so that a list of known ones keeps it. */
function fingerprint({ policy, subject, value }: Finding): string {
  return createHash('sha256').update(`${policy}\0${subject}\0${value}`).digest('hex');
}
