import { canonicalJson } from '../../model/canonical-json';
import { takesAway } from '../terraform/apply/deletion-guard';
import type { FieldChange as TerraformField, FieldSide, PlannedChange } from '../terraform/plan/planned-change';
import type { ShardPlan } from '../terraform/plan/shard-plan';
import { cutText } from './cut-text';
import type { ChangeAction, FieldChange, ObjectChange } from './object-change';

const actions: Readonly<Record<PlannedChange['action'], ChangeAction>> = {
  create: 'create',
  update: 'change',
  replace: 'replace',
  delete: 'destroy',
  forget: 'destroy',
  read: 'unchanged',
  'no-op': 'unchanged',
};

/** What a shard's plan does with each object, in the words of every plan. */
export function terraformChanges(step: string, plan: ShardPlan): readonly ObjectChange[] {
  return plan.changes.map((change): ObjectChange => {
    const { object, owner, before, after, fields } = change;
    const { id, kind, namespace, name } = object;
    return {
      id,
      kind,
      namespace,
      name,
      site: owner.site,
      cluster: owner.cluster,
      engine: 'terraform',
      step,
      tenant: owner.tenant,
      system: owner.system,
      level: owner.level,
      source: owner.source ?? '',
      action: actions[change.action],
      fields: fields.map(fieldOf),
      before,
      after,
      because: reasonOf(change),
    };
  });
}

function reasonOf(change: PlannedChange): string | undefined {
  if (change.isRecreated) return 'somebody deleted it';
  if (change.adopts !== undefined) return 'it is there already and is taken over';
  return takesAway(change) ? change.reason?.replaceAll('_', ' ') : undefined;
}

function fieldOf({ path, before, after }: TerraformField): FieldChange {
  return { path: path.join('.'), before: sideText(before), after: sideText(after) };
}

function sideText(side: FieldSide): string | undefined {
  switch (side.kind) {
    case 'absent':
      return undefined;
    case 'unknown':
      return '(known after apply)';
    case 'redacted':
      return '(secret)';
    case 'value':
      return cutText(canonicalJson(side.value));
  }
}
