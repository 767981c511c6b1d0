import { fail, pass, unknown, type Judgement } from '../../../policies/define-policy';
import { compareJudgements } from '../../../reports/history/compare-judgements';
import type { ReportSource } from '../../../reports/define-format';
import { hostile } from '../report-kit';
import { earlierOf, filesOf, historyOf, judged } from './history-kit';

const bad = fail('w', 'g', 'n');
const maybe = unknown('w', 'g', 'n');

function compare(before: ReportSource, now: ReportSource) {
  const { view, policies, evaluation, report } = now;
  return compareJudgements(earlierOf(before), { view, policies, results: evaluation.results, counts: report.counts });
}

describe('what changed since an earlier judgement', () => {
  it('is nothing where the same was said', () => {
    const source = judged({ 'a/b': [pass, bad] });
    expect(compare(source, source)).toMatchObject({ clauses: [], tenants: [], rules: { added: [], gone: [] } });
  });

  it.each<[string, readonly Judgement[], readonly Judgement[], string, string, string]>([
    ['a clause that fails now is worse', [pass], [bad], 'holds', 'fails', 'worse'],
    ['one that can’t be told now is worse', [pass], [maybe], 'holds', 'unknown', 'worse'],
    ['one that held and fails no more is better', [bad], [pass], 'fails', 'holds', 'better'],
    ['one with nothing to judge any more is neither', [pass], [], 'holds', 'unknown', 'worse'],
  ])('%s', (_, before, after, was, is, direction) => {
    const changes = compare(judged({ 'a/b': before }), judged({ 'a/b': after }));
    expect(changes.clauses.map((one) => [one.id, one.before, one.after, one.direction])).toEqual([
      ['d331-30.8', was, is, direction],
    ]);
  });

  it('counts findings of each agency that are new and gone, and ranks by how many stand', () => {
    const changes = compare(judged({ 'a/b': [bad, bad, pass] }), judged({ 'a/b': [pass, pass, bad] }));
    expect(changes.tenants).toMatchObject([{ id: 'p01', before: 2, after: 1, added: 1, gone: 2, direction: 'better' }]);
  });

  it('calls it neither better nor worse where as many findings stand, though others', () => {
    const changes = compare(judged({ 'a/b': [bad, pass] }), judged({ 'a/b': [pass, bad] }));
    expect(changes.tenants).toMatchObject([{ added: 1, gone: 1, direction: 'other' }]);
  });

  it('names the rules that are new and those that are gone', () => {
    const changes = compare(judged({ 'a/b': [pass], 'a/c': [pass] }), judged({ 'a/b': [pass], 'a/d': [pass] }));
    expect(changes.rules).toEqual({ added: ['a/d'], gone: ['a/c'] });
  });

  it('puts what is worse first', () => {
    const one = judged({ 'a/b': [bad, pass] }, 'p01');
    const other = judged({ 'a/b': [pass, pass] }, 'p01');
    expect(compare(one, other).tenants.map(({ direction }) => direction)).toEqual(['better']);
    expect(compare(other, one).tenants.map(({ direction }) => direction)).toEqual(['worse']);
  });
});

const tables = ['changed-clauses', 'changed-agencies', 'changed-rules', 'trend', 'trend-clauses', 'trend-agencies'];

describe('the pages of what changed', () => {
  it('are not written where nothing was given to compare with', () => {
    expect([...filesOf(judged({ 'a/b': [pass] }))]).toEqual([]);
  });

  it('say the same numbers as the data, in both languages, and show hostile names as text', () => {
    const now = judged({ 'a/b': [bad, bad] });
    const since = historyOf(earlierOf(judged({ 'a/b': [pass, bad] }), { bundle: hostile }));
    const files = filesOf({ ...now, since });
    const names = ['history.html', 'history.md', ...tables.map((one) => `${one}.csv`)];
    expect([...files.keys()]).toEqual([
      'history.json',
      ...['vi', 'en'].flatMap((language) => names.map((name) => `${language}/${name}`)),
    ]);
    expect(JSON.parse(files.get('history.json') ?? '')).toMatchObject({ tenants: [{ before: 1, after: 2, added: 1 }] });
    for (const language of ['vi', 'en']) {
      const page = files.get(`${language}/history.html`) ?? '';
      expect(page).not.toContain('<img');
      expect(page).toContain(language === 'vi' ? '▼ xấu hơn' : '▼ worse');
      const row = page.slice(page.indexOf('id="tenants"'));
      expect([...row.matchAll(/<td[^>]*>\s*(\d+)\s*(?:<\/td\s*>)?/g)].map(([, number]) => number).slice(0, 4)).toEqual([
        '1',
        '2',
        '1',
        '0',
      ]);
    }
  });
});
