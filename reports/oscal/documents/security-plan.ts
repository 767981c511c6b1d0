import { controls, type CatalogControl } from '../../../model/controls/control';
import { findDataClass, dataClasses } from '../../../model/tenancy/data-class';
import { dossierDates } from '../../../model/tenancy/dossier-dates';
import type { Site } from '../../../model/site/site';
import type { System } from '../../../model/tenancy/system';
import { dossierTexts } from '../../text/terms';
import { metadata, roles } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, propertyIfAny, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup, plain } from '../parts/oscal-text';
import { ruleHead, ruleUuid } from './component-definition';

/** The nation as declared: the shared platform with its sites, information systems and rules; proves nothing, and says so. */
export function securityPlanDocument(one: OscalExport): OscalPart {
  const { report, view } = one.source;
  return {
    'system-security-plan': {
      uuid: one.ids.ofRun('system-security-plan'),
      metadata: metadata(one, oscalWords.plan, {
        version: report.assemblyDigest,
        roles: roles(one, ['owner']),
        parties: owners(one),
        remarks: oscalWords.planNote,
      }),
      'import-profile': { href: 'profile.json' },
      'system-characteristics': characteristics(one),
      'system-implementation': {
        components: [
          {
            uuid: one.ids.ofLasting('platform', report.environment),
            type: 'this-system',
            title: markup(report.officialName[one.language]),
            description: say(one, oscalWords.thisSystem),
            status: notStated(one),
          },
          ...view.model.sites.map((site) => siteComponent(one, site)),
          ...view.model.systems.map((system) => systemComponent(one, system)),
          ...report.rules.map((rule) => ({ ...ruleHead(one, rule), status: { state: 'operational' } })),
        ],
      },
      'control-implementation': {
        description: say(one, oscalWords.requirements),
        'implemented-requirements': controls.map((control) => requirement(one, control)),
      },
    },
  };
}

/** The UUID of what the plan says of a clause. */
export function requirementUuid({ ids, source }: OscalExport, control: string): string {
  return ids.ofLasting('requirement', source.report.environment, control);
}

/** How OSCAL names the whole of an environment. */
export function systemId({ ids, source }: OscalExport): OscalPart {
  return {
    'identifier-type': 'http://ietf.org/rfc/rfc4122',
    id: ids.ofLasting('platform', source.report.environment),
  };
}

function owners(one: OscalExport): readonly OscalPart[] {
  const { model } = one.source.view;
  return [...new Set(model.systems.map(({ owner }) => owner))].toSorted().map((owner) => ({
    uuid: ownerUuid(one, owner),
    type: 'organization',
    name: plain(model.tryTenant(owner)?.officialName[one.language] ?? owner),
    props: [property('tenant', owner)],
  }));
}

function ownerUuid({ ids, source }: OscalExport, owner: string): string {
  return ids.ofLasting('tenant', source.report.environment, owner);
}

function characteristics(one: OscalExport): OscalPart {
  const { report } = one.source;
  return {
    'system-ids': [systemId(one)],
    'system-name': plain(report.officialName[one.language]),
    'system-name-short': plain(report.environment),
    description: say(one, oscalWords.thisSystem),
    props: [
      property('assembly-digest', report.assemblyDigest),
      ...report.inventory.byLevel.map(({ names, count }) =>
        property('objects', count, { class: `level-${names[0] === undefined || names[0] === '' ? 'none' : names[0]}` }),
      ),
    ],
    'system-information': { 'information-types': informationTypes(one) },
    status: notStated(one),
    'authorization-boundary': { description: say(one, oscalWords.boundary) },
  };
}

function informationTypes(one: OscalExport): readonly OscalPart[] {
  const { systems } = one.source.view.model;
  const held = dataClasses.filter((name) => systems.some((system) => system.dataClasses.includes(name)));
  if (held.length === 0) {
    const text = say(one, oscalWords.noDataClass);
    return [{ uuid: one.ids.ofLasting('data-class', 'none'), title: text, description: text }];
  }
  return held.map((name) => ({
    uuid: one.ids.ofLasting('data-class', name),
    title: say(one, findDataClass(name).officialName),
    description: say(one, oscalWords.dataClass),
    props: [property('systems', systems.filter((system) => system.dataClasses.includes(name)).length)],
  }));
}

function notStated(one: OscalExport): OscalPart {
  return { state: 'other', remarks: say(one, oscalWords.notStated) };
}

function siteComponent(one: OscalExport, site: Site): OscalPart {
  const title = markup(site.officialName[one.language]);
  return {
    uuid: one.ids.ofLasting('site', one.source.report.environment, site.id),
    type: 'physical',
    title,
    description: `${say(one, oscalWords.site)} ${title}`,
    props: [property('site', site.id), property('kind', site.kind)],
    status: notStated(one),
  };
}

function systemComponent(one: OscalExport, system: System): OscalPart {
  const { id, officialName, owner, level, placements, dossier, recovery, logRetentionDays } = system;
  const title = markup(officialName[one.language]);
  return {
    uuid: one.ids.ofLasting('system', one.source.report.environment, id),
    type: 'system',
    title,
    description: `${say(one, oscalWords.informationSystem)} ${level}: ${title}`,
    props: [
      property('system', id),
      property('level', level),
      property('dossier', dossier.state),
      ...dossierDates.flatMap(({ field }) => propertyIfAny(propertyName(field), dossier[field])),
      ...placements.map(({ site, role }) => property('site', site, { class: role })),
      property('recovery-point-minutes', recovery.rpoMinutes),
      property('recovery-time-minutes', recovery.rtoMinutes),
      property('log-retention-days', logRetentionDays),
    ],
    // A declared state never looks like a proved one.
    status: {
      state: 'other',
      remarks: `${say(one, oscalWords.dossierDeclared)}: ${say(one, dossierTexts[dossier.state])}`,
    },
    'responsible-roles': [{ 'role-id': 'owner', 'party-uuids': [ownerUuid(one, owner)] }],
  };
}

function requirement(one: OscalExport, { id, automation }: CatalogControl): OscalPart {
  const rules = one.source.report.rules.filter((rule) => rule.controls.includes(id));
  return {
    uuid: requirementUuid(one, id),
    'control-id': id,
    props: [property('answered-by', automation.kind)],
    'by-components': some(
      rules.map((rule) => ({
        'component-uuid': ruleUuid(one, rule.id),
        uuid: one.ids.ofLasting('requirement', one.source.report.environment, id, rule.id),
        description: say(one, rule.title),
      })),
    ),
    remarks: say(one, automation.kind === 'rule' ? oscalWords.byRules : automation.why),
  };
}

/** Names of properties are written with hyphens, as OSCAL's own are. */
function propertyName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
