import { oscalWords } from '../parts/oscal-words';
import { property, propertyIfAny, say, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup } from '../parts/oscal-text';

/** What was judged and did not pass, each once, as inventory items in the order of the report. */
export function subjectItems(one: OscalExport): readonly OscalPart[] {
  const seen = new Set<string>();
  const items: OscalPart[] = [];
  for (const { finding, subject } of [...one.open.values()].flat()) {
    if (seen.has(subject)) continue;
    seen.add(subject);
    items.push({
      uuid: subject,
      description: `${say(one, oscalWords.subject)}: ${markup(finding.subject)}`,
      props: [
        property('subject', finding.subject),
        ...propertyIfAny('tenant', finding.tenant),
        ...propertyIfAny('system', finding.system),
        ...propertyIfAny('file', finding.file),
      ],
    });
  }
  return items;
}
