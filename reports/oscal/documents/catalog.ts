import { controls, instrumentHeads, type CatalogControl } from '../../../model/controls/control';
import type { InstrumentHead } from '../../../model/controls/define-instrument';
import type { EffectiveDate } from '../../../model/controls/effective-date';
import { parameterUnits, type ParameterName } from '../../../model/controls/parameter';
import { findSource, type SourceKey } from '../../../model/controls/sources';
import { citationTexts } from '../../report-law';
import { markTexts } from '../../text/messages';
import { metadata } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup, plain } from '../parts/oscal-text';

/** The id of the statement of a clause, by which findings name it. */
export function statementId(control: string): string {
  return `${control}_smt`;
}

/** The law and the standards as a catalog: an instrument is a group, a clause a control, with its mark, levels, days and sources. */
export function catalogDocument(one: OscalExport): OscalPart {
  const used = new Set<SourceKey>([
    ...instrumentHeads.map(({ sourceKey }) => sourceKey),
    ...controls.flatMap(({ sourceKeys }) => sourceKeys),
  ]);
  return {
    catalog: {
      uuid: one.ids.ofLasting('catalog', one.lawDigest),
      metadata: metadata(one, oscalWords.catalog, { version: `sha256:${one.lawDigest}`, remarks: oscalWords.ownWords }),
      groups: instrumentHeads.map((head) => group(one, head)),
      'back-matter': { resources: [...used].toSorted().map((key) => sourceResource(one, key)) },
    },
  };
}

function group(one: OscalExport, head: InstrumentHead): OscalPart {
  return {
    id: head.id,
    class: 'instrument',
    title: markup(`${head.number} – ${head.officialName[one.language]}`),
    props: [property('status', head.status), markProperty(one, head.mark), effectiveProperty(one, head.effectiveFrom)],
    links: [sourceLink(one, head.sourceKey)],
    controls: some(controls.filter(({ instrument }) => instrument === head.id).map((control) => clause(one, control))),
  };
}

function clause(one: OscalExport, control: CatalogControl): OscalPart {
  const { id, title, requirement, automation, levels, scope, mark, effectiveFrom, dueOn, dueYearly, sourceKeys } =
    control;
  return {
    id,
    class: 'clause',
    title: say(one, title),
    params: some(
      Object.entries(control.parameters ?? {}).map(([name, value]) => parameter(id, name as ParameterName, value)),
    ),
    props: [
      { name: 'label', value: plain(citationTexts(control)[one.language]) },
      markProperty(one, mark),
      property('scope', scope),
      ...levels.map((level) => property('level', level)),
      effectiveProperty(one, effectiveFrom),
      ...(dueOn === undefined ? [] : [property('due-on', dueOn)]),
      ...(dueYearly === undefined ? [] : [property('due-yearly', dueYearly)]),
      property('answered-by', automation.kind),
    ],
    links: some(sourceKeys.map((key) => sourceLink(one, key))),
    parts: [
      { id: statementId(id), name: 'statement', prose: say(one, requirement) },
      ...(automation.kind === 'rule' ? [] : [{ id: `${id}_gdn`, name: 'guidance', prose: say(one, automation.why) }]),
    ],
  };
}

function parameter(control: string, name: ParameterName, value: number): OscalPart {
  return {
    id: `${control}_prm.${name}`,
    props: [property('unit', parameterUnits[name])],
    label: markup(name),
    values: [String(value)],
  };
}

/** How well a source is known, with the words for it. */
export function markProperty(one: OscalExport, mark: keyof typeof markTexts): OscalPart {
  return property('mark', mark, { remarks: say(one, markTexts[mark]) });
}

function effectiveProperty(one: OscalExport, date: EffectiveDate): OscalPart {
  return typeof date === 'string'
    ? property('effective-from', date)
    : property('effective-from', 'not-known', { remarks: say(one, date.unknown) });
}

function sourceLink({ ids }: OscalExport, key: SourceKey): OscalPart {
  return { href: `#${ids.ofLasting('source', key)}`, rel: 'reference' };
}

function sourceResource(one: OscalExport, key: SourceKey): OscalPart {
  const { title, urls } = findSource(key);
  return {
    uuid: one.ids.ofLasting('source', key),
    title: markup(`${key}: ${title}`),
    rlinks: some(urls.map((href) => ({ href }))),
    remarks: urls.length === 0 ? say(one, oscalWords.noAddress) : undefined,
  };
}
