import type { Changes, Risk } from './risk';

/** Rights that somebody gains, and ways to raise one’s own that open. */
export function rightRisks({ rights: { rights, escalations } }: Changes): readonly Risk[] {
  return [
    ...escalations
      .filter(({ direction }) => direction === 'opened')
      .map(({ goal, steps, subjects, witness }): Risk => ({
        class: 'permission-escalated',
        what: {
          vi: `Nay có thể leo thang tới ${goal}: ${steps.map(({ vi }) => vi).join('; ')}`,
          en: `Somebody can now get to ${goal}: ${steps.map(({ en }) => en).join('; ')}`,
        },
        witness,
        count: Math.max(1, subjects),
        tenants: [],
      })),
    ...rights
      .filter(({ direction }) => direction === 'gained')
      .map(({ rights: sets, scope, roles, subjects, witness }): Risk => ({
        class: 'permission-gained',
        what: {
          vi: `${roles.join(', ')} cho thêm quyền (${scope}): ${sets.slice(0, 3).join('; ')}`,
          en: `${roles.join(', ')} gives more rights (${scope}): ${sets.slice(0, 3).join('; ')}`,
        },
        witness,
        count: Math.max(1, subjects),
        tenants: [],
      })),
  ];
}
