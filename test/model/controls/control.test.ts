import {
  citationOf,
  controls,
  controlsOfInstrument,
  controlsOfLevel,
  findControl,
  findInstrument,
  findParameter,
  instrumentHeads,
  isControlId,
  tryFindControl,
  type ControlId,
} from '../../../model/controls/control';
import { crosswalks, frameworks, joinCrosswalks, type Crosswalk } from '../../../model/controls/crosswalk';
import { defineInstrument } from '../../../model/controls/define-instrument';
import { marks } from '../../../model/controls/mark';
import { parameterUnits } from '../../../model/controls/parameter';
import { findSource, sourceTable } from '../../../model/controls/sources';
import { levelRules, levels } from '../../../model/level';

const diacritics = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
const isoDate = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A misspelt id must not compile: these lines fail type checking when ControlId widens or loses an id. */
const widened: string extends ControlId ? true : false = false;
const misspelt: 'd331-30.88' extends ControlId ? true : false = false;
const spelt: 'd331-30.8' extends ControlId ? true : false = true;
const leveled: 'tcvn-14423-6.8.2.1a' extends ControlId ? true : false = true;

describe('the control catalog', () => {
  test('has ids that are unique, ASCII, lowercase, and begin with their instrument', () => {
    expect(new Set(controls.map((control) => control.id)).size).toBe(controls.length);
    for (const control of controls) {
      expect(control.id).toMatch(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/);
      expect(control.id.startsWith(`${control.instrument}-`)).toBe(true);
    }
  });

  test('types its ids as literals', () => {
    expect([widened, misspelt, spelt, leveled]).toEqual([false, false, true, true]);
    expect(isControlId('d331-30.8')).toBe(true);
    expect(isControlId('d331-30.88')).toBe(false);
  });

  test('says everything in both languages, without empty or padded texts', () => {
    for (const control of controls) {
      const why = control.automation.kind === 'rule' ? [] : [control.automation.why];
      for (const text of [control.clause, control.title, control.requirement, ...why]) {
        expect([text.vi.trim(), text.en.trim()]).toEqual([text.vi, text.en]);
        expect([control.id, text.vi.length >= 3, text.en.length >= 3]).toEqual([control.id, true, true]);
      }
    }
  });

  test('writes Vietnamese with its diacritics, and a requirement as whole sentences', () => {
    for (const { id, title, requirement } of controls) {
      expect([id, diacritics.test(requirement.vi)]).toEqual([id, true]);
      expect([id, requirement.vi.endsWith('.'), requirement.en.endsWith('.')]).toEqual([id, true, true]);
      expect([id, title.vi.normalize('NFC') === title.vi, title.en.endsWith('.')]).toEqual([id, true, false]);
    }
    const plainTitles = controls.filter((control) => !diacritics.test(control.title.vi)).map((control) => control.id);
    expect(plainTitles).toEqual([]);
  });

  test('marks how far each control was confirmed, with known sources', () => {
    const keys = new Set<string>(sourceTable.map((source) => source.key));
    for (const control of controls) {
      expect(marks).toContain(control.mark);
      expect(control.sourceKeys.length).toBeGreaterThan(0);
      for (const key of control.sourceKeys) expect(keys.has(key)).toBe(true);
    }
    for (const head of instrumentHeads) expect(keys.has(head.sourceKey)).toBe(true);
  });

  test('never calls a control read when no text that was read stands behind it', () => {
    const read = new Set<string>(['D331', 'TT12', 'D163', 'D194', 'D23']);
    const unbacked = controls.filter(
      ({ mark, sourceKeys }) => mark === 'read' && !sourceKeys.some((key) => read.has(key)),
    );
    expect(unbacked.map((control) => control.id)).toEqual([]);
  });

  test('binds a control to levels in order, and lists the few that bind every system whatever its level', () => {
    for (const control of controls) {
      const sorted = levels.filter((level) => control.levels.includes(level));
      expect([control.id, control.levels]).toEqual([control.id, sorted]);
    }
    const unbound = controls.filter(({ levels: bound, scope }) => bound.length === 0 && scope === 'system');
    expect(unbound.map((control) => control.id)).toMatchInlineSnapshot(`
[
  "law-148-realtime-quality",
  "qd20-core-basic",
  "qd20-core-sensitive",
  "qd20-important-basic",
  "qd20-important-sensitive",
  "qd20-other",
]
`);
  });

  test('names only thresholds that have a unit and dates that exist', () => {
    for (const control of controls) {
      for (const [name, value] of Object.entries(control.parameters ?? {})) {
        expect(Object.keys(parameterUnits)).toContain(name);
        expect(value).toBeGreaterThan(0);
      }
      if (control.dueOn !== undefined) expect(control.dueOn).toMatch(isoDate);
      if (control.dueYearly !== undefined) expect(`2026-${control.dueYearly}`).toMatch(isoDate);
    }
    for (const { effectiveFrom } of instrumentHeads)
      if (typeof effectiveFrom === 'string') expect(effectiveFrom).toMatch(isoDate);
  });

  test('uses every declared threshold', () => {
    const used = new Set(controls.flatMap((control) => Object.keys(control.parameters ?? {})));
    expect(Object.keys(parameterUnits).filter((name) => !used.has(name))).toEqual([]);
  });

  test('gives one head to an instrument that is written in parts', () => {
    expect(instrumentHeads.map((head) => head.id)).toEqual([...new Set(instrumentHeads.map((head) => head.id))]);
    expect(findInstrument('tcvn-14423').sourceKey).toBe('MX');
  });

  test('counts its controls by instrument and mark', () => {
    const rows = instrumentHeads.map(({ id }) => {
      const own = controlsOfInstrument(id);
      const counts = marks.map((mark) => [mark, own.filter((control) => control.mark === mark).length] as const);
      const shown = counts.filter(([, count]) => count > 0).map(([mark, count]) => `${mark} ${count}`);
      return `${id}: ${shown.length === 0 ? 'unread' : shown.join(', ')}`;
    });
    const pairs = rows.map((_, index) => (index % 2 === 0 ? rows.slice(index, index + 2).join(' | ') : ''));
    expect(`\n${pairs.filter((pair) => pair !== '').join('\n')}\n`).toMatchInlineSnapshot(`
"
cv623: secondary 1 | d163: read 3
d165: secondary 5 | d194: read 1, secondary 2
d23: read 1 | d278: secondary 2, inference 1
d329: unread | d330: secondary 1
d331: read 55, secondary 3 | d332: unread
d333: secondary 3, inference 2 | d356: secondary 2
d53: secondary 1, own-knowledge 1 | d68: own-knowledge 1
d85: own-knowledge 3 | d9: own-knowledge 1
law-116: secondary 10, inference 2 | law-117: own-knowledge 1
law-148: secondary 1 | law-20: secondary 1
law-24: secondary 1 | law-60: secondary 1
law-91: secondary 3 | nq175: uncertain 3
qd1121: secondary 2 | qd1132: secondary 3, uncertain 2
qd1562: secondary 2 | qd20: secondary 5
qd2629: secondary 6 | qd33: secondary 3, inference 1
qd36: secondary 1 | qd768: uncertain 2
tcvn-11930: own-knowledge 4 | tcvn-14423: secondary 185, uncertain 3
tt12: read 7, secondary 1, uncertain 1 | tt19: uncertain 2
tt23: own-knowledge 1, uncertain 2
"
`);
  });
});

describe('the thresholds of the catalog', () => {
  test('log retention grows from 30 to 90, 180 and 365 days, as the level table has it', () => {
    const ids = ['tcvn-14423-4.8.2.1a', 'tcvn-14423-5.8.2.1a', 'tcvn-14423-6.8.2.1a', 'tcvn-14423-7.8.2.1a'] as const;
    expect(ids.map((id) => findParameter(id, 'logRetentionDaysMin'))).toEqual([30, 90, 180, 365]);
    expect(ids.map((id) => findControl(id).levels)).toEqual([[2], [3], [4], [5]]);
    expect(([2, 3, 4, 5] as const).map((level) => levelRules[level].logRetentionDaysMin)).toEqual([30, 90, 180, 365]);
  });

  test('restore tests, copies and the standby distance agree with the level table', () => {
    expect(findParameter('tcvn-14423-6.11.2.5', 'restoreTestDaysMax')).toBe(levelRules[4].restoreTestDaysMax);
    expect(findParameter('tcvn-14423-7.11.2.5', 'restoreTestDaysMax')).toBe(levelRules[5].restoreTestDaysMax);
    expect(findParameter('tcvn-14423-5.11.2.1', 'copiesMin')).toBe(levelRules[3].copiesMin);
    expect(findParameter('tcvn-14423-5.11.2.1', 'mediaMin')).toBe(levelRules[3].mediaMin);
    expect(findParameter('tcvn-14423-7.12.2.2a-standby-site', 'standbyDistanceKmMin')).toBe(30);
    expect(levelRules[5].standbyDistanceKmMin).toBe(30);
  });

  test('the nation has at least three clusters with a design PUE of at most 1.4', () => {
    expect(findParameter('qd2629-clusters', 'clustersMin')).toBe(3);
    expect(findParameter('qd1132-pue', 'designPueMax')).toBe(1.4);
  });

  test('serious incidents are told within 24 hours and reported within 72', () => {
    expect(findControl('d331-31.2d').parameters).toEqual({ firstNoticeHoursMax: 24, incidentReportHoursMax: 72 });
  });

  test('findParameter() refuses a threshold that the control does not carry', () => {
    expect(() => findParameter('d331-30.8', 'clustersMin')).toThrow('control d331-30.8 has no threshold clustersMin');
  });
});

describe('looking controls up', () => {
  test('controlsOfLevel() keeps to the level', () => {
    const counts = levels.map((level) => controlsOfLevel(level).length);
    expect(counts).toMatchInlineSnapshot(`
[
  63,
  75,
  116,
  138,
  144,
]
`);
    expect(controlsOfLevel(5).map((control) => control.id)).not.toContain('d331-30.8');
    expect(controlsOfLevel(5).map((control) => control.id)).toContain('d331-30.9');
  });

  test('tryFindControl() returns undefined for an id that nobody defined', () => {
    expect(tryFindControl('d331-99')).toBeUndefined();
    expect(tryFindControl('constructor')).toBeUndefined();
  });

  test('citationOf() names point, clause, article and instrument in both languages', () => {
    expect(citationOf(findControl('d331-31.2d'), 'vi')).toBe('điểm d khoản 2 Điều 31, 331/2026/NĐ-CP');
    expect(citationOf(findControl('d331-31.2d'), 'en')).toBe('Art. 31.2(d), 331/2026/NĐ-CP');
    expect(citationOf(findControl('tcvn-14423-5.8.2.1a'), 'vi')).toBe('mục 5.8.2.1 a, TCVN 14423:2026');
  });

  test('a clause alike at several levels cites the number of each', () => {
    expect(findControl('tcvn-14423-3.6.2.4').clause.en).toBe(
      'clause 3.6.2.4; clause 4.6.2.4; clause 5.6.2.4; clause 6.6.2.4; clause 7.6.2.4',
    );
  });

  test('a number known for one level is never spread to the others', () => {
    expect(findControl('tcvn-14423-5.7.2.2').clause.en).toBe(
      'clause 5.7.2.2 (number at the lowest level; the source gives none for the others)',
    );
  });

  test('findSource() leads from a control to the address of its text', () => {
    const [key] = findControl('d163-30.1').sourceKeys;
    expect(key).toBe('D163');
    expect(findSource('D163').urls[0]).toMatch(/^https:\/\/github\.com\/ldphuong-vn\/vn-cyber-compliance\/blob\//);
  });
});

describe('defineInstrument()', () => {
  const head = {
    id: 'x1',
    officialName: { vi: 'Luật', en: 'Law' },
    number: '1',
    status: 'in-force',
    style: 'article',
    effectiveFrom: '2026-07-01',
    sourceKey: 'LL',
    mark: 'secondary',
  } as const;
  const text = { vi: 'một', en: 'one' };
  const control = { clause: '1.2(a)', title: text, requirement: text, automation: { kind: 'rule' } } as const;

  test('fills in scope, mark, source and citation', () => {
    expect(defineInstrument({ ...head, controls: [{ ...control, id: 'x1-1.2a' }] }).controls[0]).toEqual({
      ...control,
      id: 'x1-1.2a',
      instrument: 'x1',
      clause: { vi: 'điểm a khoản 2 Điều 1', en: 'Art. 1.2(a)' },
      levels: [],
      scope: 'system',
      mark: 'secondary',
      sourceKeys: ['LL'],
      effectiveFrom: '2026-07-01',
    });
  });

  test.each(['x2-1', 'x1-Điều', 'x1-1 a', 'x1-', 'x1'])('refuses the id %j', (id) => {
    expect(() => defineInstrument({ ...head, controls: [{ ...control, id }] })).toThrow('must be ASCII');
  });

  test.each(['Điều 5', '5..1', '5.1(a', '5;6'])('refuses the citation %j', (clause) => {
    expect(() => defineInstrument({ ...head, controls: [{ ...control, id: 'x1-1', clause }] })).toThrow(
      "isn't an article",
    );
  });
});

describe('the crosswalk', () => {
  test('writes CIS places as numbers, ranges or whole chapters', () => {
    const places = Object.values(crosswalks).flatMap((one) => ('cis' in one ? one.cis : []));
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) expect(place).toMatch(/^\d(\.\d+)*(\.x|-\d(\.\d+)+)?$/);
  });

  test('every topic is used by a control', () => {
    const placesOf = (one: Crosswalk = {}): readonly string[] => frameworks.flatMap((name) => one[name] ?? []);
    const used = new Set(controls.flatMap(({ crosswalk }) => placesOf(crosswalk)));
    const unused = Object.entries(crosswalks).filter(([, one]) => placesOf(one).some((place) => !used.has(place)));
    expect(unused.map(([topic]) => topic)).toEqual([]);
  });

  test('joinCrosswalks() keeps each place once, in order', () => {
    const joined = joinCrosswalks(crosswalks.networkPolicy, crosswalks.tenantBoundary);
    expect(joined.cis).toEqual(['5.3.1', '5.3.2', '5.6.1', '5.6.4']);
    expect(joined.iso27001).toEqual(['A.8.20', 'A.8.22', 'A.5.23']);
  });
});
