import { rhythmOf, type Rhythm } from '../../../model/attestations/rhythm';
import { isAttestable } from '../../../model/attestations/duty';
import { citationOf, controls, findControl } from '../../../model/controls/control';
import { levels, type Level } from '../../../model/level';
import type { System } from '../../../model/tenancy/system';
import { aligned } from '../../golden/golden-tables';
import { expectGolden } from '../../support/expect-golden';
import { healthyModel } from '../../support/healthy-model';

/** Words of the facts on how often, in days by the stricter reading. */
const DAYS: Readonly<Record<string, number>> = { year: 365, '6 months': 180, quarter: 90, month: 30 };

/** A line of the facts on law (section, topic, clause), with the words at the levels 1 to 5; `-` where they state no period. */
const facts: readonly (readonly [string, string, string, ...string[]])[] = [
  ['2.2', 'Penetration test, outside and inside each', '6.18.2.2; 7.18.2.2', '-', '-', '-', 'year', '6 months'],
  ['4.2', 'Network diagram refresh', 'x.12.2.1', 'year', 'year', 'year', '6 months', 'quarter'],
  ['4.3', 'Account list review', 'x.6.2.1 d', 'year', 'year', '6 months', 'quarter', 'month'],
  ['4.3', 'Data-permission review', 'x.4.2.1', 'year', 'year', '6 months', 'quarter', 'month'],
  ['4.4', 'Data-flow diagram', '6.4.2.6', '-', '-', '-', 'year', '-'],
  ['4.4', 'Data-access log review', '6.4.2.9 b; 7.4.2.9 b', '-', '-', '-', 'quarter', 'month'],
  ['4.5', 'Log review', 'x.8.2.1 a', 'year', 'year', '6 months', 'month', 'month'],
  ['4.5', 'Alert tuning', '5.13.2.5; 6.13.2.5; 7.13.2.6', '-', '-', '6 months', 'quarter', 'month'],
  ['4.6', 'Restore test', '6.11.2.5; 7.11.2.5', '-', '-', '-', '6 months', 'quarter'],
  ['4.7', 'Full scan', 'x.7.2.1', 'year', 'year', '6 months', '6 months', 'quarter'],
  ['4.7', 'Scan of important assets', '6.7.2.1 a; 7.7.2.1 a', '-', '-', '-', 'quarter', 'month'],
  ['4.7', 'Allow-list of software', '6.3.2.2', '-', '-', '-', 'year', '6 months'],
  ['4.7', 'EOL software check', '6.3.2.3; 7.3.2.3', '-', '-', '-', 'year', '6 months'],
  ['4.7', 'SBOM', '6.16.2.4; 7.16.2.4 c', '-', '-', '-', 'quarter', 'month'],
  ['4.7', 'Unauthorised device search', 'x.2.2.2 a', 'year', 'year', '6 months', 'quarter', 'month'],
  ['4.7', 'Incident exercise', '6.17.2.6', '-', '-', '-', 'year', 'year'],
];

/** The control that answers a line at a level, by what tells lines apart in ids. */
const TOPICS: Readonly<Record<string, RegExp>> = {
  'Penetration test, outside and inside each': /18\.2\.2$/,
  'Network diagram refresh': /-diagram$/,
  'Account list review': /6\.2\.1d$/,
  'Data-permission review': /4\.2\.1$/,
  'Data-flow diagram': /4\.2\.6$/,
  'Data-access log review': /4\.2\.9b$/,
  'Log review': /8\.2\.1a-review$/,
  'Alert tuning': /13\.2\.[56]$/,
  'Restore test': /11\.2\.5$/,
  'Full scan': /7\.2\.1$/,
  'Scan of important assets': /7\.2\.1a$/,
  'Allow-list of software': /3\.2\.2$|approved-software$/,
  'EOL software check': /3\.2\.3$/,
  SBOM: /16\.2\.4c?$/,
  'Unauthorised device search': /-\d\.2\.2\.2a$/,
  'Incident exercise': /17\.2\.6$/,
};

/** Section 1.1 of the facts: dates that a duty must be done by, with how well the facts know them. */
const dates: readonly (readonly [string, string, string, string])[] = [
  ['d331-35.3', 'before 20/12 yearly', 'D331 Art. 35.3', 'read'],
  ['d331-35.4', 'before 25/12 yearly', 'D331 Art. 35.4', 'read'],
  ['d331-9.2e', 'before 15/01 yearly', 'D331 Art. 9.2(e)', 'read'],
  ['law-116-11.1b', 'before 01/10 yearly', 'Law 116 Art. 11.1(b)', 'secondary'],
  ['d333-8.5b', 'before 01/10 yearly', 'NĐ 333 Art. 8.5(b)', 'secondary'],
  ['d331-39.1-approval', 'by 31/12/2026', 'D331 Art. 39.1', 'read'],
  ['d331-39.1-measures', 'by 30/06/2027', 'D331 Art. 39.1; Law 116 Art. 45.1', 'secondary'],
  ['law-116-45.1', 'by 30/06/2027', 'Law 116 Art. 45.1, 45.3', 'secondary'],
  ['law-116-critical-list', 'by 31/12/2026', 'implementation plan of Law 116', 'secondary'],
  ['d278-platform', 'by 31/12/2026', 'NĐ 278/2025', 'secondary'],
  ['d333-24.8-persons', 'by 19/08/2028', 'NĐ 333 Art. 24.8', 'secondary'],
  ['d333-24.8-administrators', 'by 19/08/2029', 'NĐ 333 Art. 24.8', 'secondary'],
];

const [someSystem] = healthyModel().systems;

/** A system of a level, without restore tests of its own. */
function systemOf(level: Level): System {
  if (someSystem === undefined) throw new Error('the healthy nation has no system');
  const { backup: _backup, ...rest } = someSystem;
  return { ...rest, level };
}

function daysOf(rhythm: Rhythm): number | undefined {
  return rhythm.kind === 'every' ? rhythm.days : undefined;
}

/** Every control of the standard with a period at a level, by the law alone. */
const stated = levels.flatMap((level) =>
  controls
    .filter((control) => control.instrument === 'tcvn-14423' && control.levels.includes(level))
    .map((control) => ({ level, control, days: daysOf(rhythmOf(control, undefined, systemOf(level))) }))
    .filter(({ days }) => days !== undefined),
);

const lines = facts.flatMap(([section, topic, clause, ...words]) =>
  levels.map((level) => ({ section, topic, clause, level, words: words[level - 1] ?? '-' })),
);

function answersOf(topic: string, level: Level): typeof stated {
  return stated.filter((one) => one.level === level && TOPICS[topic]?.test(one.control.id) === true);
}

/** A date as the facts write it. */
function dateText(rhythm: Rhythm): string {
  if (rhythm.kind === 'yearly') return `before ${rhythm.before.split('-').toReversed().join('/')} yearly`;
  return rhythm.kind === 'once' ? `by ${rhythm.on.split('-').toReversed().join('/')}` : rhythm.kind;
}

describe('the periods of the law', () => {
  it.each(lines)('$section $topic, level $level: $words', ({ topic, level, words }) => {
    const found = answersOf(topic, level);
    expect(found.map(({ days }) => days)).toEqual(words === '-' ? [] : [DAYS[words]]);
    expect(found.every(({ control }) => control.mark === 'secondary')).toBe(true);
  });

  it('are no more than the facts state, each under one line', () => {
    const told = lines.flatMap(({ topic, level }) => answersOf(topic, level));
    expect(new Set(told).size).toBe(told.length);
    expect(new Set(told)).toEqual(new Set(stated));
  });

  it('are in days alone of the standard and of instruments that bind nobody any more', () => {
    const others = controls.filter(
      (control) => control.instrument !== 'tcvn-14423' && daysOf(rhythmOf(control, undefined, undefined)) !== undefined,
    );
    expect(others.filter(isAttestable)).toEqual([]);
  });

  it.each(dates)('%s is due %s by %s, and known as it is: %s', (id, text, _basis, mark) => {
    const control = findControl(controls.find((one) => one.id === id)?.id ?? 'd331-35.3');
    expect([control.id, dateText(rhythmOf(control, undefined, undefined)), control.mark]).toEqual([id, text, mark]);
  });

  it('stand beside the facts in one table', () => {
    const rows = lines
      .filter(({ words }) => words !== '-')
      .map(({ section, topic, clause, level, words }) => {
        const [found] = answersOf(topic, level);
        const told =
          found === undefined
            ? ['none', '', '', '']
            : [found.control.id, `${found.days} days`, found.control.mark, citationOf(found.control, 'en')];
        return [section, topic, clause, String(level), words, ...told];
      });
    const heads = [
      'facts',
      'topic',
      'clause of the facts',
      'level',
      'how often',
      'control',
      'period',
      'mark',
      'clause of the catalog',
    ];
    const dated = dates.map(([id, text, basis, mark]) => [basis, text, id, mark]);
    expectGolden(
      'periods.txt',
      [aligned([heads, ...rows]), aligned([['basis in the facts', 'when', 'control', 'mark'], ...dated])].join('\n'),
    );
  });
});
