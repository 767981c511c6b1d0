import type { ReportRule } from '../../report';
import { metadata } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup } from '../parts/oscal-text';

/** Every rule as a component that validates, with the clauses that it answers. */
export function componentDefinitionDocument(one: OscalExport): OscalPart {
  const { rules, bundleDigest, environment } = one.source.report;
  return {
    'component-definition': {
      uuid: one.ids.ofLasting('component-definition', environment, bundleDigest, one.lawDigest),
      metadata: metadata(one, oscalWords.components, { version: bundleDigest }),
      components: some(rules.map((rule) => ruleComponent(one, rule))),
    },
  };
}

/** The UUID of a rule, the same in every document. */
export function ruleUuid({ ids }: Pick<OscalExport, 'ids'>, rule: string): string {
  return ids.ofLasting('rule', rule);
}

/** What a rule is, without what it answers. */
export function ruleHead(one: OscalExport, rule: ReportRule): OscalPart {
  return {
    uuid: ruleUuid(one, rule.id),
    type: 'validation',
    title: say(one, rule.title),
    description: say(one, rule.why),
    props: [property('rule', rule.id), property('force', rule.force)],
  };
}

function ruleComponent(one: OscalExport, rule: ReportRule): OscalPart {
  const requirements = rule.controls.map((control) => ({
    uuid: one.ids.ofLasting('answer', rule.id, control),
    'control-id': control,
    description: `${say(one, oscalWords.answersClause)} ${markup(rule.id)}: ${say(one, rule.title)}`,
  }));
  return {
    ...ruleHead(one, rule),
    'control-implementations': [
      {
        uuid: one.ids.ofLasting('answers', rule.id),
        source: 'catalog.json',
        description: say(one, oscalWords.answers),
        'implemented-requirements': requirements,
      },
    ],
    remarks: say(one, rule.fix),
  };
}
