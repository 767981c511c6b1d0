import type { AttestedSubject, Attestation, DutyPart } from '../../model/attestations/attestation';
import type { DutyState } from '../../model/attestations/due';
import type { Rhythm } from '../../model/attestations/rhythm';
import { printCount } from '../../model/print-count';
import type { Text } from '../../model/text';
import type { ClauseAttestation } from '../report';

/** Where a duty stands, in words; a record is somebody's signed word, never what a rule verified. */
export const dutyStateTexts: Readonly<Record<DutyState, Text>> = {
  overdue: { vi: '✘ quá hạn', en: '✘ overdue' },
  'not-met': { vi: '✘ đã làm, chưa đạt', en: '✘ done, not met' },
  never: { vi: '– chưa từng được xác nhận', en: '– never attested' },
  attested: { vi: '✎ có hồ sơ đã ký', en: '✎ attested by signature' },
};

/** A half of a duty, in words. */
export const partTexts: Readonly<Record<DutyPart, Text>> = {
  external: { vi: 'từ bên ngoài', en: 'from outside' },
  internal: { vi: 'từ bên trong', en: 'from inside' },
};

/** What came out of what was done, in words. */
export const outcomeTexts: Readonly<Record<Attestation['outcome'], Text>> = {
  met: { vi: '✎ đạt, theo người ký', en: '✎ met, by the signer’s word' },
  'not-met': { vi: '✘ chưa đạt', en: '✘ not met' },
};

/** What a duty binds, in words. */
export const attestedKindTexts: Readonly<Record<AttestedSubject['kind'], Text>> = {
  system: { vi: 'hệ thống', en: 'system' },
  site: { vi: 'địa điểm', en: 'site' },
  tenant: { vi: 'cơ quan', en: 'agency' },
  platform: { vi: 'nền tảng chung', en: 'the platform' },
  nation: { vi: 'toàn quốc', en: 'the nation' },
};

/** How often a duty is due and who says so; a period that nobody sets is never made up. */
export function rhythmText(rhythm: Rhythm): Text {
  if (rhythm.kind === 'unfixed') return { vi: 'pháp luật không ấn định chu kỳ', en: 'period not fixed by law' };
  if (rhythm.kind === 'once') return { vi: `một lần, đến hết ngày ${rhythm.on}`, en: `once, by ${rhythm.on}` };
  if (rhythm.kind === 'yearly') {
    const [month = '', day = ''] = rhythm.before.split('-');
    return { vi: `hằng năm, trước ngày ${day}/${month}`, en: `every year, before ${day}/${month} (day/month)` };
  }
  const { days, by } = rhythm;
  return by === 'law'
    ? { vi: `mỗi ${days} ngày, theo quy định`, en: `every ${printCount(days, 'day')}, by law` }
    : { vi: `mỗi ${days} ngày, do đơn vị tự khai`, en: `every ${printCount(days, 'day')}, as declared` };
}

/** How far a clause is attested: through which day, by which roles, and what is lacking. */
export function attestedText({ duties, attested, notMet, overdue, never, through, roles }: ClauseAttestation): Text {
  const parts: readonly (Text | undefined)[] = [
    attested === 0
      ? undefined
      : {
          vi: `đã xác nhận ${attested}/${duties}${through === undefined ? '' : `, đến hết ${through}`}, vai trò ${roles.join(', ')}`,
          en: `attested for ${attested} of ${duties}${through === undefined ? '' : `, through ${through}`}, by ${roles.join(', ')}`,
        },
    counted(overdue, 'quá hạn', 'overdue'),
    counted(notMet, 'đã làm nhưng chưa đạt', 'done and not met'),
    counted(never, 'chưa từng được xác nhận', 'never attested'),
  ];
  const told = parts.filter((part) => part !== undefined);
  return { vi: told.map(({ vi }) => vi).join('; '), en: told.map(({ en }) => en).join('; ') };
}

function counted(count: number, vi: string, en: string): Text | undefined {
  return count === 0 ? undefined : { vi: `${count} ${vi}`, en: `${count} ${en}` };
}
