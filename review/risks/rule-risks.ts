import type { RuleChangeKind } from '../../policies/engine/diff/rule-change';
import { alike } from '../words/review-words';
import type { Changes, Risk } from './risk';

/** Kinds of changes that are proved to let nothing more pass; everything else may, and counts as loosened. */
const SAFE: ReadonlySet<RuleChangeKind> = new Set(['added', 'tightened', 'equivalent']);

/** Rules that let more pass, or of which nobody can prove that they don't. */
export function ruleRisks({ before, rules }: Changes): readonly Risk[] {
  const notes = rules.notes
    .filter(({ kind, droppedClauses }) => !SAFE.has(kind) || droppedClauses.length > 0)
    .map(({ id, headline, looser, stricter, sentences, droppedClauses }): Risk => {
      const clauses = droppedClauses.join(', ');
      const dropped = { vi: `không còn đáp ứng điều khoản: ${clauses}`, en: `clauses no longer answered: ${clauses}` };
      const texts = [looser, ...(clauses === '' ? [] : [dropped]), stricter, ...sentences.slice(0, 1)];
      const shown = texts.find(({ en }) => en !== '') ?? alike(id);
      return {
        class: 'rule-loosened',
        what: { vi: `${id}: ${headline.vi}`, en: `${id}: ${headline.en}` },
        witness: shown,
        count: 1,
        tenants: [],
      };
    });
  return [...notes, ...engine(rules.isEngineChanged), ...unknown(before !== undefined && rules.isUnknown)];
}

function engine(isChanged: boolean): readonly Risk[] {
  if (!isChanged) return [];
  return [
    {
      class: 'program-changed',
      what: { vi: 'Bộ máy xét quy tắc thay đổi', en: 'What judges rules is another program' },
      witness: {
        vi: 'mã băm của bộ máy trong gói quy tắc',
        en: 'the digest of the engine in the bundle of rules',
      },
      count: 1,
      tenants: [],
    },
  ];
}

function unknown(isUnknown: boolean): readonly Risk[] {
  if (!isUnknown) return [];
  return [
    {
      class: 'rule-loosened',
      what: {
        vi: 'Không ai giữ các quy tắc của trạng thái trước, nên không thể nói quy tắc nào được nới lỏng',
        en: 'Nobody kept the rules of the earlier state, so nothing can tell whether one was loosened',
      },
      witness: {
        vi: 'không có gói quy tắc bên cạnh bộ tạo tác trước',
        en: 'no bundle of rules beside the earlier assembly',
      },
      count: 1,
      tenants: [],
    },
  ];
}
