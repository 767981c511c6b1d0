import type { Text } from '../../model/text';
import { goalWords, scopeWords } from '../words/review-words';
import type { Changes, Risk } from './risk';

/** Rights that somebody gains, and ways to raise one’s own that open. */
export function rightRisks({ rights: { rights, escalations } }: Changes): readonly Risk[] {
  return [
    ...escalations
      .filter(({ direction }) => direction === 'opened')
      .map(({ goal, steps, subjects, tenants, witness }): Risk => ({
        class: 'permission-escalated',
        what: {
          vi: `Nay có thể leo thang tới ${goalWords[goal].vi}: ${steps.map(({ vi }) => vi).join('; ')}`,
          en: `Somebody can now get to ${goalWords[goal].en}: ${steps.map(({ en }) => en).join('; ')}`,
        },
        witness,
        count: Math.max(1, subjects),
        tenants,
      })),
    ...rights
      .filter(({ direction }) => direction === 'gained')
      .map(({ rights: sets, scope, roles, subjects, tenants, isByTemplate, witness }): Risk => ({
        class: isByTemplate ? 'tenant-added' : 'permission-gained',
        what: {
          vi: `${roles.join(', ')} cho thêm quyền (${scopeWords[scope].vi}): ${firstOf(sets, 'vi')}`,
          en: `${roles.join(', ')} gives more rights (${scopeWords[scope].en}): ${firstOf(sets, 'en')}`,
        },
        witness,
        count: Math.max(1, subjects),
        tenants,
      })),
  ];
}

/** The first sets of requests; the review has all. */
function firstOf(sets: readonly Text[], language: keyof Text): string {
  return sets
    .slice(0, 3)
    .map((one) => one[language])
    .join('; ');
}
