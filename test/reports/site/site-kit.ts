import { certify } from '../../../policies/certificate';
import { definePolicy, fail, pass, unknown, type Judgement, type Policy } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { Model } from '../../../model/model';
import { buildReport } from '../../../reports/build-report';
import type { ReportFile, ReportSource } from '../../../reports/define-format';
import site from '../../../reports/formats/site';
import { healthyModel } from '../../support/healthy-model';
import { ruleSetOf } from '../../support/rule-set-of';
import { viewOf } from '../../support/view-of';
import { hostile } from '../report-kit';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };

/** A rule that says this of each thing, by its id. */
function ruleOn(said: Readonly<Record<string, Judgement>>, controls: Policy['controls']): Policy {
  return definePolicy({
    title: text,
    force: 'block',
    controls,
    why: text,
    fix: text,
    subjects: () => Object.keys(said).map((id) => ({ id, origin: ['tenants'] })),
    check: ({ id }) => said[id] ?? pass,
  });
}

/** What a rule names itself; the digest of evaluations is of well-formed texts alone. */
export const hostileSubject = hostile.replace('\ud800', '');

/** An agency whose name and id are what an attacker would choose. */
export const hostileTenant = `../${hostile}`;

/** The healthy nation with a ministry that is hostile by name and id, and a commune without a system. */
export function bentModel(): Model {
  const model = healthyModel();
  const [first] = model.tenants;
  if (first === undefined) throw new Error('the healthy model has no agency');
  const name = { vi: hostile, en: `${hostile} en` };
  const ministry = { ...first, id: hostileTenant, kind: 'ministry' as const, officialName: name };
  return { ...model, tenants: [...model.tenants, ministry].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/**
 * A small nation in which every kind of verdict stands somewhere: the commune's province fails by hostile words, the
 * level-5 system can't be judged, the national owner and the commune hold, the hostile ministry has nothing.
 */
export function bentSource(): ReportSource {
  const rules = ruleSetOf(
    Object.entries({
      'network/require-a': ruleOn(
        {
          'tenant/p01': fail(hostile, hostile, hostile),
          'tenant/c00004': pass,
          'tenant/national-owner': pass,
          [hostileSubject]: pass,
        },
        ['d331-30.8'],
      ),
      'network/require-b': ruleOn(
        { 'system/land-database': unknown('x', 'y', 'z'), 'system/procedures-p01': pass, 'tenant/c00004': pass },
        ['d331-30.9'],
      ),
    }).map(([id, policy]) => ({ id, policy })),
  );
  const view = viewOf({ model: bentModel() });
  const evaluation = evaluate(rules, { view, today: '2026-10-01' }, []);
  const assemblyDigest = `sha256:${'0'.repeat(64)}`;
  const certificate = certify({ rules, evaluation, exceptions: [], environment: 'test', assemblyDigest });
  const input = { view, evaluation, certificate, policies: rules.policies };
  return { ...input, report: buildReport(input) };
}

/** The files of the site of a source, by path. */
export function siteOf(source: ReportSource): ReadonlyMap<string, string> {
  const files = [...(site.files(source) as Iterable<ReportFile>)];
  const byPath = new Map(files.map(({ path, content }) => [path, String(content)]));
  if (byPath.size !== files.length) throw new Error('two files of the site have one path');
  return byPath;
}

/** The pages of a site. */
export function pagesOf(files: ReadonlyMap<string, string>): readonly (readonly [path: string, content: string])[] {
  return [...files].filter(([path]) => path.endsWith('.html'));
}
