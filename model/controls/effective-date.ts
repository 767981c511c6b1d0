import type { Text } from '../text';

/** Why a day of effect isn't known, with what the sources do say. */
export interface UnknownDate {
  readonly unknown: Text;
}

/** The ISO day from which an instrument or a control binds, or why no day is given; none is ever made up. */
export type EffectiveDate = string | UnknownDate;

/** Instruments whose sources state no day at all. */
export const dateNotStated: UnknownDate = {
  unknown: { vi: 'nguồn không nêu ngày có hiệu lực', en: 'the sources state no day of effect' },
};

/** Former instruments, which are read for the transition only. */
export const formerDate: UnknownDate = {
  unknown: {
    vi: 'văn bản cũ, chỉ áp dụng cho việc chuyển tiếp; nguồn không nêu ngày có hiệu lực',
    en: 'a former instrument, for the transition only; the sources state no day of effect',
  },
};

/** An instrument of which only the day that it bears is known; it may take effect later. */
export function datedOnly(iso: string): UnknownDate {
  const [year = '', month = '', day = ''] = iso.split('-');
  return {
    unknown: {
      vi: `nguồn chỉ nêu ngày của văn bản, ${day}/${Number(month)}/${year}, không nêu ngày có hiệu lực`,
      en: `the sources give the day that it bears, ${iso}, and no day of effect`,
    },
  };
}

/** The day, or undefined when it isn't known. */
export function knownDate(date: EffectiveDate): string | undefined {
  return typeof date === 'string' ? date : undefined;
}
