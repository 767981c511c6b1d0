import { controls, findInstrument, instrumentHeads, type CatalogControl } from '../../../model/controls/control';
import { frameworks } from '../../../model/controls/crosswalk';
import { legalDates } from '../../../model/controls/legal-date';
import { policyCatalog } from '../../../policies/catalog';
import { topics } from './reading/crosswalk';
import { lawDates, laws } from './reading/laws';
import { standard } from './reading/standard';

const STANDARD = 'TCVN 14423:2026';

/** The controls that cite a place of an instrument: the place itself, neither its parts nor what it is a part of. */
function citing(number: string, place: string): readonly CatalogControl[] {
  const exact = new RegExp(`(?<![\\d.(])${place.replace(/[.()]/g, '\\$&')}(?![\\d.(]| [a-zđ]\\b)`);
  return controls.filter(
    ({ instrument, clause }) => findInstrument(instrument).number === number && exact.test(clause.en),
  );
}

function numbersOf(found: readonly CatalogControl[]): readonly number[] {
  return found.flatMap(({ parameters = {} }) => Object.values(parameters));
}

/** The places of a clause by level: `x` is the chapter of the level. */
function placeAt(place: string, level: number): string {
  return place.replace(/^x/, String(level + 2));
}

describe('the standard as it was read', () => {
  const read = Object.entries(standard).flatMap(([topic, clauses]) =>
    clauses.map((one) => [topic, one.place, one] as const),
  );

  test.each(read)('%s: clause %s stands in controls with its levels and numbers', (_topic, _place, clause) => {
    const missing = clause.levels.flatMap((level, index) => {
      const place = placeAt(clause.place, level);
      const found = citing(STANDARD, place).filter((control) => control.levels.some((one) => one === level));
      const lacks = (clause.numbers[index] ?? []).filter((number) => !numbersOf(found).includes(number));
      return [
        ...(found.length < clause.duties
          ? [`${place}: ${found.length} of ${clause.duties} duties at level ${level}`]
          : []),
        ...lacks.map((number) => `${place}: ${number} at level ${level}`),
      ];
    });
    expect(missing).toEqual([]);
  });

  test('holds every clause number that the catalog cites', () => {
    const known = new Set(read.flatMap(([, , { place, levels }]) => levels.map((level) => placeAt(place, level))));
    const spread = ['4.6.2.4', '5.6.2.4', '6.6.2.4', '7.6.2.4'];
    const cited = controls
      .filter(({ instrument }) => instrument === 'tcvn-14423')
      .flatMap(({ clause }) => clause.en.match(/\d+(?:\.\d+)+(?: [a-z](?:, [a-z])*\b)?/g) ?? []);
    const groups = ['5.12', '4.12', '4.10', '4.3', '3.3', '5.11', '5.11.2.3'];
    expect([...new Set(cited)].filter((place) => ![...known, ...spread, ...groups].includes(place))).toEqual([]);
  });

  test('binds the level of each chapter that it cites', () => {
    const wrong = controls
      .filter(({ instrument }) => instrument === 'tcvn-14423')
      .flatMap(({ id, clause, levels }) =>
        [...clause.en.matchAll(/(?<![\d.])([3-7])(?:\.\d+)+/g)]
          .filter(([, chapter]) => !levels.some((level) => level === Number(chapter) - 2))
          .map(([place]) => `${id} cites ${place}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('the laws as they were read', () => {
  test('are the instruments of the catalog, with those that the platform’s programs name', () => {
    const others = [STANDARD, '09/2019/NĐ-CP', '623/TTg-KSTT'];
    const numbers = instrumentHeads.map(({ number }) => number);
    expect(numbers.toSorted()).toEqual([...laws.map(({ number }) => number), ...others].toSorted());
  });

  test.each(laws)('$number stands in controls with its articles, numbers and day of effect', (law) => {
    const own = controls.filter(({ instrument }) => findInstrument(instrument).number === law.number);
    const missing = Object.entries(law.articles).flatMap(([article, numbers]) => {
      const found = citing(law.number, article);
      if (found.length === 0) return [article];
      return numbers.filter((number) => !numbersOf(found).includes(number)).map((number) => `${article}: ${number}`);
    });
    expect(missing).toEqual([]);
    expect((law.numbers ?? []).filter((number) => !numbersOf(own).includes(number))).toEqual([]);
    const unplaced = own.filter(({ clause }) => !/^(?:Art\. )/.test(clause.en));
    expect(unplaced.length).toBeGreaterThanOrEqual(law.unplaced ?? 0);
    const head = instrumentHeads.find(({ number }) => number === law.number);
    expect(typeof head?.effectiveFrom === 'string' ? head.effectiveFrom : undefined).toBe(law.from);
  });

  test('carry the mark of how they were read', () => {
    const read = ['331/2026/NĐ-CP', '12/2022/TT-BTTTT', '163/2024/NĐ-CP', '23/2025/NĐ-CP'];
    const own = ['85/2016/NĐ-CP', '68/2024/NĐ-CP', 'TCVN 11930:2017', '09/2019/NĐ-CP'];
    const expected = (number: string): string => {
      if (read.includes(number)) return 'read';
      if (number === '19/2023/TT-BTTTT') return 'uncertain';
      return own.includes(number) ? 'own-knowledge' : 'secondary';
    };
    expect(instrumentHeads.map(({ number, mark }) => [number, mark])).toEqual(
      instrumentHeads.map(({ number }) => [number, expected(number)]),
    );
  });

  test('hold every article that the catalog cites', () => {
    const known = new Map(laws.map(({ number, articles }) => [number, Object.keys(articles)]));
    const unread = controls.flatMap(({ id, instrument, clause }) => {
      const { number, style } = findInstrument(instrument);
      const places = style === 'article' ? clause.en.split('; ').filter((place) => /^Art\. \S+$/.test(place)) : [];
      return places
        .map((place) => place.slice('Art. '.length))
        .filter((place) => !(known.get(number) ?? []).includes(place))
        .map((place) => `${id}: ${place}`);
    });
    expect(unread).toEqual(['d331-22.3-identity: 22.3(a)–(c)']);
  });

  test.each(lawDates)('%s Art. %s sets the date %s', (number, article, date) => {
    const found =
      article === ''
        ? controls.filter(({ instrument }) => findInstrument(instrument).number === number)
        : citing(number, article);
    expect(found.flatMap(({ dueOn, dueYearly }) => dueOn ?? dueYearly ?? [])).toContain(date);
  });
});

describe('the crosswalk as it was read', () => {
  test.each(topics)('$number $places corresponds to NIST $nist80053', ({ number, places, ...wanted }) => {
    for (const place of places) {
      const found = citing(number, place).map(({ crosswalk }) => crosswalk);
      const whole = found.filter((one) =>
        (['cis', 'nist80053', 'iso27001'] as const).every((name) => {
          const told = new Set(one?.[name]);
          return wanted[name].every((want) => told.has(want));
        }),
      );
      expect([place, whole.length > 0]).toEqual([place, true]);
    }
  });

  test('has places that are written as each framework writes them', () => {
    const forms = {
      cis: /^\d(\.\d+)*(\.x|-\d(\.\d+)+)?$/,
      nsa: /^[A-Z][\w ,:-]+$/,
      nist80053: /^(?:[A-Z]{2}-\d+(?:\(\d+\))?|PT family)$/,
      iso27001: /^A\.[5-8]\.\d+(?:-A\.[5-8]\.\d+)?$/,
      dataCenter: /^(?:EN 50600-\d(?:-\d)?|ISO\/IEC 30134-\d)$/,
    };
    const wrong = controls.flatMap(({ id, crosswalk }) =>
      frameworks.flatMap((name) =>
        (crosswalk?.[name] ?? []).filter((place) => !forms[name].test(place)).map((place) => `${id}: ${place}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('reaches the five subjects of a data center’s room and its measures', () => {
    const used = new Set(controls.flatMap(({ crosswalk }) => crosswalk?.dataCenter ?? []));
    const parts = ['1', '2-1', '2-2', '2-3', '2-5', '4-2', '4-3', '4-6', '4-8', '4-9'].map(
      (part) => `EN 50600-${part}`,
    );
    expect([...used].toSorted()).toEqual([...parts, 'ISO/IEC 30134-2']);
  });
});

describe('who answers a control', () => {
  const answered = new Set<string>(policyCatalog.flatMap(({ policy }) => policy.controls));

  test('is a rule wherever the control says so, and else a reason is given', () => {
    const silent = controls.filter(({ id, automation }) => automation.kind === 'rule' && !answered.has(id));
    expect(silent.map(({ id }) => id)).toEqual([]);
    const reasons = controls.flatMap(({ automation }) => (automation.kind === 'rule' ? [] : [automation.why]));
    expect(reasons.filter(({ vi, en }) => vi.length < 20 || en.length < 20)).toEqual([]);
  });
});

describe('the day of effect', () => {
  test('is a day, or words that say why it isn’t known', () => {
    for (const { id, effectiveFrom } of controls) {
      if (typeof effectiveFrom === 'string')
        expect([id, effectiveFrom]).toEqual([id, expect.stringMatching(/^20\d\d-\d\d-\d\d$/)]);
      else
        expect([id, effectiveFrom.unknown.vi.length > 20, effectiveFrom.unknown.en.length > 20]).toEqual([
          id,
          true,
          true,
        ]);
    }
  });

  test('of the rules on data centers and cloud differs from that of their decree', () => {
    const own = controls.filter(({ instrument }) => instrument === 'd163');
    expect(own.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2025-01-01', '2025-01-01', '2025-01-01']);
  });
});

describe('legalDates()', () => {
  const seen = (today: string): ReadonlyMap<string, string> =>
    new Map(legalDates(today).map(({ control, date, days }) => [control.id, `${date} ${days}`]));

  test('counts days to a date, and past it', () => {
    expect(seen('2026-11-26').get('d331-39.1-approval')).toBe('2026-12-31 35');
    expect(seen('2026-12-31').get('d278-platform')).toBe('2026-12-31 0');
    expect(seen('2027-01-10').get('d278-platform')).toBe('2026-12-31 -10');
  });

  test('counts to the next day of a yearly duty, which is due before it', () => {
    expect(seen('2026-12-19').get('d331-35.3')).toBe('2026-12-20 1');
    expect(seen('2026-12-20').get('d331-35.3')).toBe('2027-12-20 365');
    expect(seen('2026-11-26').get('d331-9.2e')).toBe('2027-01-15 50');
  });

  test('starts a yearly duty when its law takes effect', () => {
    expect(seen('2025-06-01').get('law-116-11.1b')).toBe('2026-10-01 487');
  });

  test('tells the earliest first, and each control that has a date once', () => {
    const days = legalDates('2026-11-26').map((one) => one.days);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    const dated = controls.filter(({ dueOn, dueYearly }) => dueOn !== undefined || dueYearly !== undefined);
    expect(days.length).toBe(dated.length);
  });
});
