import type { FactChange } from '../../../review/facts/fact-changes';
import type { JsonValue } from '../../../resources/resource';
import { sortedJson } from '../../sorted-json';
import { riskClassNames, type RiskClass } from '../../../model/approvals/risk-class';
import { zoneNames } from '../../../model/segmentation/zone';
import { reviewMessages as messages } from '../words/review-messages';
import { changeCell, defineSection } from './section';
import type { RowOwner, SectionContext } from './section-context';

/** What people wrote otherwise. */
export const factsSection = defineSection<FactChange>({
  title: messages.facts,
  columns: [
    { title: messages.fact, form: 'code' },
    { title: messages.at, form: 'code' },
    { title: messages.change, form: 'code' },
    { title: messages.source, form: 'code' },
  ],
  items: ({ content }) => content.facts,
  kinds: ['removed', 'changed', 'added'],
  row: ({ fact, at, before, after, source }, context) => {
    const owner = ownerOf({ fact, at, source }, context);
    return {
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      cells: [fact, at, changeCell(textOf(before), textOf(after), messages.none), source],
      ...owner,
      classes: classesOf(fact, owner, context),
    };
  },
});

type FactPlace = Pick<FactChange, 'fact' | 'at' | 'source'>;

/** Whose a fact is: of the tenant and the zone that it names by its place, else of those whose objects its file makes. */
function ownerOf({ fact, at, source }: FactPlace, context: SectionContext): RowOwner {
  const made = context.ownersFrom(source);
  const [folder, ...names] = fact.split('/');
  const named = at.split('.').filter((step) => zoneNames.some((zone) => zone === step));
  return {
    tenants: folder === 'tenants' ? names.slice(-1) : made.tenants,
    zones: named.length > 0 ? named : made.zones,
  };
}

/** Classes of risk that facts of some folders alone cause. */
const CAUSED: ReadonlyMap<string, readonly RiskClass[]> = new Map([
  ['approvals', ['signers-changed']],
  ['exceptions', ['waiver-widened']],
  ['removals', ['state-destroyed']],
]);

/** Classes of risk that no fact causes. */
const NEVER: ReadonlySet<RiskClass> = new Set<RiskClass>([
  'signers-changed',
  'rule-loosened',
  'waiver-widened',
  'program-changed',
  'first-deploy',
]);

function classesOf(fact: string, { tenants }: RowOwner, context: SectionContext): readonly RiskClass[] {
  const [folder = ''] = fact.split('/');
  const own = CAUSED.get(folder);
  if (own !== undefined) return own.filter((name) => context.content.risks.some((one) => one.class === name));
  const among = riskClassNames.filter((name) => !NEVER.has(name));
  const found = new Set([...context.classesOf(tenants, among), ...context.classesOf([], among)]);
  return among.filter((name) => found.has(name));
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : sortedJson(value);
}
