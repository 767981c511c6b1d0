import type { RiskGravity } from '../../../model/approvals/risk-class';
import type { Text } from '../../../model/text';

interface KindWords {
  /** Tells the kind without any color. */
  readonly sign: string;
  readonly text: Text;
}

/** What a row of a review may be, the one list: how grave a risk is, or what became of a thing. */
export const rowKinds = {
  grave: { sign: '▲', text: { vi: 'nghiêm trọng', en: 'grave' } },
  guarded: { sign: '△', text: { vi: 'cần xem xét', en: 'guarded' } },
  free: { sign: '○', text: { vi: 'được miễn ký', en: 'free' } },
  opened: { sign: '+', text: { vi: 'mở', en: 'opened' } },
  closed: { sign: '−', text: { vi: 'đóng', en: 'closed' } },
  loosened: { sign: '↓', text: { vi: 'nới lỏng', en: 'loosened' } },
  tightened: { sign: '↑', text: { vi: 'siết chặt', en: 'tightened' } },
  incomparable: { sign: '≠', text: { vi: 'không so sánh được', en: 'incomparable' } },
  gained: { sign: '+', text: { vi: 'được thêm', en: 'gained' } },
  lost: { sign: '−', text: { vi: 'bị mất', en: 'lost' } },
  weakened: { sign: '↓', text: { vi: 'yếu đi', en: 'weakened' } },
  strengthened: { sign: '↑', text: { vi: 'mạnh lên', en: 'strengthened' } },
  widened: { sign: '↑', text: { vi: 'mở rộng', en: 'widened' } },
  narrowed: { sign: '↓', text: { vi: 'thu hẹp', en: 'narrowed' } },
  reworded: { sign: '≈', text: { vi: 'sửa lời', en: 'reworded' } },
  raised: { sign: '↑', text: { vi: 'tăng', en: 'raised' } },
  lowered: { sign: '↓', text: { vi: 'giảm', en: 'lowered' } },
  unclear: { sign: '?', text: { vi: 'không rõ hướng', en: 'unclear' } },
  added: { sign: '+', text: { vi: 'thêm', en: 'added' } },
  removed: { sign: '−', text: { vi: 'bỏ', en: 'removed' } },
  gone: { sign: '−', text: { vi: 'không còn', en: 'gone' } },
  changed: { sign: '≠', text: { vi: 'đổi', en: 'changed' } },
} as const satisfies Readonly<Record<RiskGravity, KindWords> & Record<string, KindWords>>;

/** A kind of row of a review. */
export type RowKind = keyof typeof rowKinds;

/** Every kind of row, in the order in which choices offer them. */
export const rowKindNames = Object.keys(rowKinds) as readonly RowKind[];

/** A kind with its sign and its word, in both languages. */
export function rowKindText(kind: RowKind): Text {
  const { sign, text } = rowKinds[kind];
  return { vi: `${sign} ${text.vi}`, en: `${sign} ${text.en}` };
}
