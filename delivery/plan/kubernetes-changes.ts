import { canonicalJson } from '../../model/canonical-json';
import type { JsonValue } from '../../resources/resource';
import type { PlannedObject } from '../kubernetes/plan/planned-object';
import type { DeliveryStep } from '../wave/delivery-step';
import { cutText } from './cut-text';
import type { ChangeAction, ObjectChange } from './object-change';

const actions: Readonly<Record<PlannedObject['kind'], ChangeAction>> = {
  create: 'create',
  'create-untried': 'create',
  unchanged: 'unchanged',
  change: 'change',
  replace: 'replace',
  conflict: 'blocked',
  'kind-missing': 'blocked',
  refused: 'blocked',
  untold: 'blocked',
};

/** What applying a step's objects does with each, in the words of every plan. */
export function kubernetesChanges(step: DeliveryStep, planned: readonly PlannedObject[]): readonly ObjectChange[] {
  return planned.map((one): ObjectChange => {
    const { id, kind, namespace, name, site, tenant, system, level, source, body } = one.resource;
    const changes = 'changes' in one ? one.changes : [];
    return {
      id,
      kind,
      namespace,
      name,
      site,
      cluster: step.cluster,
      engine: 'kubernetes',
      step: step.id,
      tenant,
      system,
      level,
      source,
      action: isHandMade(one) ? 'change' : actions[one.kind],
      isKindMissing: one.kind === 'kind-missing' ? true : undefined,
      fields: changes.map(({ path, before, after }) => ({ path, before: textOf(before), after: textOf(after) })),
      before: 'before' in one ? one.before : undefined,
      after: 'after' in one ? one.after : body,
      because: reasonOf(one),
    };
  });
}

/** What a person changed by hand is taken back; a conflict with another declarative manager blocks. */
function isHandMade(planned: PlannedObject): boolean {
  return planned.kind === 'conflict' && planned.owners.every(({ operation }) => operation === 'Update');
}

function reasonOf(planned: PlannedObject): string | undefined {
  switch (planned.kind) {
    case 'create-untried':
      return `can be tried only when ${planned.awaits} is there`;
    case 'conflict':
      return planned.owners.map(({ manager, field }) => `${manager} owns ${field}`).join(', ');
    case 'kind-missing':
      return 'the cluster does not know its kind';
    case 'refused':
    case 'untold':
      return planned.failure.message;
    case 'replace':
      return planned.fields.map(({ field }) => `${field} cannot be changed`).join(', ');
    default:
      return undefined;
  }
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : cutText(canonicalJson(value));
}
