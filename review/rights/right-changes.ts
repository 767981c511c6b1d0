import type { Text } from '../../model/text';
import { changesInEscalations } from '../../resources/permissions/escalation/escalations-of';
import { escalationKind } from '../../resources/permissions/escalation/escalation-kinds';
import { subjectText } from '../../resources/permissions/escalation/reached';
import { changesInPermissions } from '../../resources/permissions/change/changes-in-permissions';
import { readPermissionsOfClusters } from '../../resources/permissions/read-permissions';
import { printRights } from '../../resources/permissions/rights/rights';
import type { ObjectChange } from '../objects/object-changes';
import type { TemplateTenants } from '../template/template-tenants';
import { HolderOwners } from './holder-owners';
import type { Resource } from '../../resources/resource';
import type { AccessSubject } from '../../resources/permissions/read/access-rule';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { inBoth } from '../words/review-words';

/** Rights that many of one kind gain or lose alike. */
export interface RightChange {
  readonly direction: 'gained' | 'lost';
  /** Sets of requests: `get,list pods`. */
  readonly rights: readonly Text[];
  readonly scope: 'cluster' | 'namespace';
  readonly roles: readonly string[];
  readonly subjects: number;
  readonly namespaces: number;
  /** Owners of the namespaces in which they hold, sorted; the platform's have none. */
  readonly tenants: readonly string[];
  /** Zones of these namespaces, sorted. */
  readonly zones: readonly string[];
  /** Whether each is of a tenant that is new by template, inside of its own namespaces, by roles that stay as they were. */
  readonly isByTemplate: boolean;
  /** One who gains or loses them, where, and one request. */
  readonly witness: Text;
}

/** A way to raise one’s own rights that opens or closes. */
export interface EscalationNote {
  readonly direction: 'opened' | 'closed';
  readonly goal: 'cluster' | 'node' | 'tenant' | 'guards';
  /** What is done, step by step. */
  readonly steps: readonly Text[];
  readonly subjects: number;
  /** Owners and zones of the namespaces that are reached, sorted; none where it is no tenant's. */
  readonly tenants: readonly string[];
  readonly zones: readonly string[];
  readonly witness: Text;
}

/** What changes about who may do what. */
export interface RightChanges {
  readonly rights: readonly RightChange[];
  readonly escalations: readonly EscalationNote[];
}

/** What is known of two states when rights are compared. */
export interface RightsQuestion {
  /** Clusters in which nothing is written otherwise. */
  readonly unchanged: ReadonlySet<string>;
  readonly template: TemplateTenants;
  readonly objects: readonly ObjectChange[];
}

/** Compares who may do what in the clusters in which something is written otherwise. */
export function rightChanges(before: AssemblyView, after: AssemblyView, question: RightsQuestion): RightChanges {
  const { unchanged } = question;
  const owners = new HolderOwners([after.model, before.model], question);
  const [old, now] = [before, after].map((view) => readPermissionsOfClusters(asked(view, unchanged)));
  if (old === undefined || now === undefined) return { rights: [], escalations: [] };
  return {
    rights: changesInPermissions(old, now, (holder) => String(owners.isByTemplate(holder))).map(
      ({ direction, rights, scope, roles, holders, subjects, namespaces, witness }) => ({
        direction,
        rights: rights.map((one) => inBoth((language) => printRights(one, language))),
        scope,
        roles,
        subjects,
        namespaces,
        ...owners.of(holders),
        isByTemplate: holders.every((one) => owners.isByTemplate(one)),
        witness: inBoth((language) => `${whereText(witness, language)}: ${JSON.stringify(witness.request)}`),
      }),
    ),
    escalations: changesInEscalations(old, now).map(({ direction, goal, kinds, paths, subjects, witness }) => ({
      direction,
      goal,
      steps: kinds.map((kind) => escalationKind(kind).text),
      subjects,
      ...owners.of(paths),
      witness: inBoth(
        (language) =>
          `${whereText(witness, language)}${witness.namespace === '' ? '' : ` ${reaches[language]} ${witness.namespace}`}`,
      ),
    })),
  };
}

const reaches: Text = { vi: 'tới được', en: 'reaches' };

/** Who it is, and in which cluster. */
function whereText(
  { subject, cluster }: { readonly subject: AccessSubject; readonly cluster: string },
  language: keyof Text,
): string {
  return `${subjectText(subject)} ${language === 'vi' ? 'ở' : 'in'} ${cluster}`;
}

function asked({ resources }: AssemblyView, unchanged: ReadonlySet<string>): readonly Resource[] {
  return resources.all.filter(({ cluster }) => cluster !== undefined && !unchanged.has(cluster));
}
