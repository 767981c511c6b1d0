import type { RiskClass } from '../../../model/approvals/risk-class';
import type { Text } from '../../../model/text';
import type { ObjectChange } from '../../../review/objects/object-changes';
import { reviewMessages as messages } from '../words/review-messages';
import { defineSection } from './section';
import { ownerOfObject } from './section-context';

/** Objects that differ, those of the highest level first. */
export const objectsSection = defineSection<ObjectChange>({
  title: messages.objects,
  columns: [
    { title: messages.object, form: 'code' },
    { title: messages.differsAt, form: 'code' },
    { title: messages.owner, form: 'text' },
    { title: messages.resource, form: 'code' },
    { title: messages.place, form: 'code' },
    { title: messages.source, form: 'code' },
  ],
  items: ({ content }) => [...content.objects].toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0)),
  kinds: ['removed', 'changed', 'added'],
  row: (one, context) => {
    const { id, change, kind, site, cluster, tenant, paths, source } = one;
    const owner = ownerOfObject(one);
    return {
      kind: change,
      cells: [id, paths, ownerLines(one), kind, cluster ?? site, source],
      ...owner,
      classes: context.classesOf(tenant === undefined ? [] : [tenant], classesAt(one)),
    };
  },
});

/** Classes of risk of which an object may be. */
function classesAt({ level, change }: ObjectChange): readonly RiskClass[] {
  const destroyed = change === 'removed' ? (['state-destroyed'] as const) : [];
  // Objects of the platform in clusters of level 5 have no level of their own.
  if (level === 5) return ['level-5-changed', ...destroyed];
  const others = ['other-changed', 'quota-raised', 'tenant-added', ...destroyed] as const;
  return level === undefined ? ['level-5-changed', ...others] : others;
}

function ownerLines({ tenant, system, zone, level }: ObjectChange): readonly (string | Text)[] {
  return [
    ...[tenant, system, zone].flatMap((one) => one ?? []),
    ...(level === undefined ? [] : [{ vi: `cấp độ ${level}`, en: `level ${level}` }]),
  ];
}
