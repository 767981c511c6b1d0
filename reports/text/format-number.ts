import type { Language, Text } from '../../model/text';

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const numbers = { vi: new Intl.NumberFormat(locales.vi), en: new Intl.NumberFormat(locales.en) };

const dates = {
  vi: new Intl.DateTimeFormat(locales.vi, { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(locales.en, { dateStyle: 'long', timeZone: 'UTC' }),
};

/** A number with the separators of each language: `1.234` and `1,234`. */
export function formatNumber(value: number): Text {
  return { vi: numbers.vi.format(value), en: numbers.en.format(value) };
}

/** A `YYYY-MM-DD` day in words of each language; as it stands when it is no day. */
export function formatDay(day: string): Text {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime())) return { vi: day, en: day };
  return { vi: dates.vi.format(date), en: dates.en.format(date) };
}

/** Minutes in the largest unit that takes them whole: `15 phút`, `4 giờ`, `2 ngày`. */
export function formatMinutes(minutes: number): Text {
  const [size, vi, en] =
    minutes > 0 && minutes % 1440 === 0
      ? [1440, 'ngày', 'd']
      : minutes > 0 && minutes % 60 === 0
        ? [60, 'giờ', 'h']
        : [1, 'phút', 'min'];
  const count = formatNumber(minutes / size);
  return { vi: `${count.vi} ${vi}`, en: `${count.en} ${en}` };
}
