import { languages, type Language, type Text } from '../../../../model/text';
import type { Direction, Edit, Movement, RuleChange, Witness, WitnessSide } from '../rule-change';
import { aspectWords, kindWords, onlyWarned, saidBefore, saysNow, stillness, wordingWords } from './change-messages';

/** The change of a rule in words: what it is, then a sentence for each thing that shows or proves it. */
export interface RuleChangeWords {
  /** `loosened: spec.replicas at least 2 → at least 1`. */
  readonly headline: Text;
  readonly sentences: readonly Text[];
}

/** Says what the change of a rule means, in both languages; conditions and paths are the same in both. */
export function describeRuleChange(change: RuleChange): RuleChangeWords {
  const edits = change.edits.map(editWords);
  const headline = inBoth((language) =>
    [kindWords[change.kind][language], edits.map((one) => one[language]).join('; ')].filter(isSaid).join(': '),
  );
  const shown: readonly Direction[] =
    change.kind === 'added' ? ['tightening'] : change.kind === 'removed' ? ['loosening'] : ['loosening', 'tightening'];
  const movements = isUnmoved(change) ? [] : shown.map((one) => movementWords(change[one], one));
  return { headline, sentences: [...movements, ...inventoryWords(change), ...besideWords(change)] };
}

function inBoth(say: (language: Language) => string): Text {
  const [vi, en] = languages.map(say);
  return { vi: vi ?? '', en: en ?? '' };
}

function isSaid(text: string): boolean {
  return text !== '';
}

function isUnmoved({ edits, kind }: RuleChange): boolean {
  return edits.length === 0 && kind === 'equivalent';
}

function editWords({ aspect, before, after }: Edit): Text {
  const change = before === '' ? `+ ${after}` : after === '' ? `− ${before}` : `${before} → ${after}`;
  const text = aspect === 'rule' ? `${before}${after}` : change;
  return inBoth((language) => [aspectWords[aspect][language], text].filter(isSaid).join(' '));
}

function movementWords(movement: Movement, direction: Direction): Text {
  if (movement.kind === 'proved-none') return stillness[direction].proved;
  return movement.kind === 'none-found' ? stillness[direction].tried(movement.tried) : witnessWords(movement.witness);
}

function witnessWords(witness: Witness): Text {
  const { before, after, where, got, want } = witness;
  const at = where === '' ? '' : `${where}: `;
  const reason = got === '' && want === '' ? '' : ` (${at}${got} ≠ ${want})`;
  const subject = subjectWords(witness);
  const by = circumstanceWords(witness);
  return {
    vi: `${subject.vi}${by.vi} ${sideWords(after, 'vi', saysNow)}, ${sideWords(before, 'vi', saidBefore)}${reason}.`,
    en: `${subject.en}${by.en} ${sideWords(after, 'en', saysNow)} and ${sideWords(before, 'en', saidBefore)}${reason}.`,
  };
}

function sideWords({ verdict, effect }: WitnessSide, language: Language, said: typeof saysNow): string {
  return [said[verdict][language], ...(effect === 'warned' ? [onlyWarned[language]] : [])].join(' ');
}

/** Of whose request, or where, it is so. */
function circumstanceWords({ aspect, user }: Witness): Text {
  if (user !== undefined) return { vi: ` do ${user} gửi`, en: ` sent by ${user}` };
  return aspect === 'live' ? { vi: ' đang chạy trên cụm', en: ' on a cluster' } : { vi: '', en: '' };
}

/** Objects of an inventory are called by what its owner calls them; others by their kind. */
function subjectWords({ aspect, origin, subject }: Witness): Text {
  if (aspect === 'vacuity') return { vi: 'Nơi không có đối tượng nào như vậy', en: 'A place without any such object' };
  if (origin === 'inventory') return placeWords(subject);
  const [kind = ''] = subject.split('/');
  return { vi: `Một ${kind} dựng để thử`, en: `${/^[AEIOU]/.test(kind) ? 'An' : 'A'} ${kind} made for this` };
}

/** `<cluster>/<Kind>/<namespace or ->/<name>` in words; other subjects as they are. */
function placeWords(subject: string): Text {
  const [cluster, kind, namespace, name, ...rest] = subject.split('/');
  if (name === undefined || rest.length > 0) return { vi: subject, en: subject };
  const within = namespace === '-' ? '' : ` ${namespace}`;
  return {
    vi: `${kind} ${name}${within === '' ? '' : ` trong không gian tên${within}`} của ${cluster}`,
    en: `${kind} ${name}${within === '' ? '' : ` in namespace${within}`} of ${cluster}`,
  };
}

function inventoryWords({ inventory: { judged, looser, stricter } }: RuleChange): readonly Text[] {
  const told = ({ count, first }: typeof looser, [vi, en]: readonly [string, string]): readonly Text[] => {
    if (count === 0) return [];
    const named = `${first.join(', ')}${count > first.length ? ', …' : ''}`;
    return [
      {
        vi: `${count}/${judged} đối tượng hiện có được xét ${vi}: ${named}.`,
        en: `${count} of ${judged} objects of the inventory fare ${en}: ${named}.`,
      },
    ];
  };
  return [...told(looser, ['nhẹ hơn', 'better']), ...told(stricter, ['nặng hơn', 'worse'])];
}

function besideWords({ clauses: { dropped, added }, wordings }: RuleChange): readonly Text[] {
  const list = (of: readonly string[]): string => of.join(', ');
  const words = inBoth((language) => list(wordings.map((one) => wordingWords[one][language])));
  return [
    ...(dropped.length === 0
      ? []
      : [{ vi: `Không còn đáp ứng điều khoản: ${list(dropped)}.`, en: `It no longer answers for: ${list(dropped)}.` }]),
    ...(added.length === 0
      ? []
      : [{ vi: `Nay đáp ứng thêm điều khoản: ${list(added)}.`, en: `It newly answers for: ${list(added)}.` }]),
    ...(wordings.length === 0 ? [] : [{ vi: `Lời văn khác: ${words.vi}.`, en: `Worded differently: ${words.en}.` }]),
  ];
}
