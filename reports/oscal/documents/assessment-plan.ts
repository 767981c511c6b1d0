import type { ReportRule } from '../../report';
import { metadata } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup } from '../parts/oscal-text';

/** How the clauses are assessed: each rule is an activity, and applying them all is the one task. */
export function assessmentPlanDocument(one: OscalExport): OscalPart {
  const { rules, bundleDigest } = one.source.report;
  return {
    'assessment-plan': {
      uuid: one.ids.ofRun('assessment-plan'),
      metadata: metadata(one, oscalWords.assessmentPlan, { version: bundleDigest }),
      'import-ssp': { href: 'system-security-plan.json' },
      'local-definitions': rules.length === 0 ? undefined : { activities: rules.map((rule) => activity(one, rule)) },
      'reviewed-controls': everyControl(),
      'assessment-subjects': [everyComponent()],
      'assessment-assets': assessmentAssets(one),
      tasks: [
        {
          uuid: one.ids.ofRun('task'),
          type: 'action',
          title: say(one, oscalWords.assessTask),
          timing: { 'on-date': { date: one.moment } },
          'associated-activities': some(
            rules.map(({ id }) => ({ 'activity-uuid': activityUuid(one, id), subjects: [everyComponent()] })),
          ),
        },
      ],
    },
  };
}

/** The choice of every clause. */
export function everyControl(): OscalPart {
  return { 'control-selections': [{ 'include-all': {} }] };
}

/** What observed, for observations: this program. */
export function originOf(one: Pick<OscalExport, 'ids'>): OscalPart {
  return { actors: [{ type: 'tool', 'actor-uuid': toolUuid(one, 'ndc') }] };
}

function activityUuid({ ids }: Pick<OscalExport, 'ids'>, rule: string): string {
  return ids.ofLasting('activity', rule);
}

function toolUuid({ ids }: Pick<OscalExport, 'ids'>, name: string): string {
  return ids.ofLasting('tool', name);
}

function everyComponent(): OscalPart {
  return { type: 'component', 'include-all': {} };
}

function activity(one: OscalExport, { id, title, why, controls }: ReportRule): OscalPart {
  return {
    uuid: activityUuid(one, id),
    title: say(one, title),
    description: say(one, why),
    props: [{ name: 'method', value: 'TEST' }, property('rule', id)],
    'related-controls': {
      'control-selections': [{ 'include-controls': controls.map((control) => ({ 'control-id': control })) }],
    },
  };
}

/** What assesses: this program, and the tools that made the assembly. */
export function assessmentAssets(one: OscalExport): OscalPart {
  const { tools, bundleDigest } = one.source.report;
  const component = (name: string, description: string, props: readonly OscalPart[]): OscalPart => ({
    uuid: toolUuid(one, name),
    type: 'software',
    title: markup(name),
    description,
    props,
    status: { state: 'operational' },
  });
  const used = Object.entries(tools).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    components: [
      component('ndc', say(one, oscalWords.tool), [property('bundle-digest', bundleDigest)]),
      ...used
        .filter(([name]) => name !== 'ndc')
        .map(([name, version]) => component(name, say(one, oscalWords.usedTool), [property('version', version)])),
    ],
    'assessment-platforms': [
      {
        uuid: one.ids.ofLasting('assessment-platform'),
        title: say(one, oscalWords.platform),
        'uses-components': [{ 'component-uuid': toolUuid(one, 'ndc') }],
      },
    ],
  };
}
