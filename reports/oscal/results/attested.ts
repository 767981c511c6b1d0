import { addDays } from '../../../model/controls/days-between';
import { findControl } from '../../../model/controls/control';
import type { Attestation } from '../../../model/attestations/attestation';
import { outcomeTexts, partTexts } from '../../due/due-texts';
import { countedRecords, standingText, type CountedRecord } from '../../due/record-standing';
import { citationTexts } from '../../report-law';
import { markProperty, statementId } from '../documents/catalog';
import { momentOf, property, propertyIfAny, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup, plain } from '../parts/oscal-text';
import { oscalWords } from '../parts/oscal-words';

/** The observation of each signed record, by the id of the record. */
export function attestedObservations(one: OscalExport): ReadonlyMap<string, OscalPart> {
  return new Map(countedRecords(one.source.report).map((each) => [each.record.id, attestedObservation(one, each)]));
}

/** The UUID of the observation of a record: it lasts as the record does. */
export function attestedUuid({ ids, source }: Pick<OscalExport, 'ids' | 'source'>, record: string): string {
  return ids.ofLasting('attestation', source.report.environment, record);
}

/** Those who signed records, as parties. */
export function signerParties(one: OscalExport): readonly OscalPart[] {
  const names = new Set(one.source.report.attestations.map(({ signer }) => signer));
  return [...names].toSorted().map((name) => ({ uuid: signerUuid(one, name), type: 'person', name: plain(name) }));
}

/** The roles in which they signed. */
export function signerRoles(one: OscalExport): readonly OscalPart[] {
  const names = new Set(one.source.report.attestations.map(({ role }) => role));
  return [...names].toSorted().map((name) => ({
    id: signerRoleId(name),
    title: `${say(one, oscalWords.signerRole)}: ${markup(name)}`,
  }));
}

/** Somebody read a document and signed what it says: the method is EXAMINE, since no record tells of an interview or a test of ours. */
function attestedObservation(one: OscalExport, { record, standing }: CountedRecord): OscalPart {
  const {
    id,
    control: controlId,
    subject,
    part,
    doneOn,
    by,
    outcome,
    open,
    document,
    signer,
    role,
    keys = [],
  } = record;
  const control = findControl(controlId);
  const through = standing.kind === 'counts' ? standing.through : standing.kind === 'ended' ? standing.on : undefined;
  return {
    uuid: attestedUuid(one, id),
    title: say(one, citationTexts(control)),
    description: `${say(one, outcomeTexts[outcome])}: ${say(one, control.title)}; ${markup(subject.id)}; ${say(one, standingText(standing))}`,
    props: [
      property('record', id),
      property('clause', controlId),
      property('statement', statementId(controlId)),
      markProperty(one, control.mark),
      property('subject', subject.id, { class: subject.kind }),
      ...(part === undefined ? [] : [property('part', part, { remarks: say(one, partTexts[part]) })]),
      property('outcome', outcome),
      ...open.map((text) => property('open', text)),
      property('standing', standing.kind),
      property('unit', by.name),
      property('independent', String(by.independent)),
      ...propertyIfAny('tenant', by.tenant),
      property('document', document.name),
      property('digest', document.digest),
      ...keys.map((key) => property('key', key)),
    ],
    links: [{ href: `catalog.json#${controlId}`, rel: 'clause' }],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins: [{ actors: [{ type: 'party', 'actor-uuid': signerUuid(one, signer), 'role-id': signerRoleId(role) }] }],
    subjects: some(subjectOf(one, record)),
    'relevant-evidence': [{ description: say(one, oscalWords.recordDigest) }],
    collected: momentOf(doneOn),
    expires: through === undefined ? undefined : momentOf(addDays(through, 1)),
    remarks: say(one, oscalWords.signedWord),
  };
}

/** What a record is about as the plan has it: nothing where the plan has it no more. */
function subjectOf(one: OscalExport, { subject: { kind, id } }: Attestation): readonly OscalPart[] {
  const { ids, source } = one;
  const { environment } = source.report;
  const { systems } = source.view.model;
  const component = (uuid: string): readonly OscalPart[] => [{ 'subject-uuid': uuid, type: 'component' }];
  switch (kind) {
    case 'system':
      return systems.some((system) => system.id === id) ? component(ids.ofLasting('system', environment, id)) : [];
    case 'site':
      return source.view.model.sites.some((site) => site.id === id)
        ? component(ids.ofLasting('site', environment, id))
        : [];
    case 'tenant':
      return systems.some(({ owner }) => owner === id)
        ? [{ 'subject-uuid': ids.ofLasting('tenant', environment, id), type: 'party' }]
        : [];
    case 'platform':
    case 'nation':
      return component(ids.ofLasting('platform', environment));
  }
}

function signerUuid({ ids, source }: Pick<OscalExport, 'ids' | 'source'>, name: string): string {
  return ids.ofLasting('signer', source.report.environment, name);
}

/** A role as a token of OSCAL, which holds letters, digits, dots, hyphens and underscores. */
function signerRoleId(role: string): string {
  const spelled = [...role].map((one) =>
    /[A-Za-z0-9.-]/.test(one) ? one : `_${one.codePointAt(0)?.toString(16) ?? ''}_`,
  );
  return `signer-${spelled.join('')}`;
}
