import type { Text } from '../../../model/text';
import type { Cell, DocumentSection, DocumentTable } from '../../document/document';
import { clauseStates, type ClauseState, type ReportClause } from '../../report';
import { markTexts, stateTexts } from '../../text/messages';
import { systemCell } from './dossier-sections';
import { headingTitle } from './heading-title';
import { headings } from './headings';
import { planStates, type LegalRequirement, type LegalSystem } from '../legal-report';
import { declaredDay, notKnown, type LegalScope } from '../legal-scope';
import { legalWords as words, planTexts } from '../legal-words';
import { planTone, stateTone } from './plan-tone';

/** Rows of the roadmap that the report of the nation shows; the owners' reports show all. */
const ROADMAP_MAX = 1_000;

/** Systems that a cell names; of more it tells their number. */
const NAMED_MAX = 6;

/** Columns of counted requirements: states that are known equally well stand together. */
const groups = [
  [words.proved, ['holds']],
  [words.inPart, ['in-part']],
  [words.against, ['fails', 'unknown', 'excepted']],
  [words.onRecords, ['evidence', 'procedure']],
  [words.uncovered, ['not-covered']],
  [words.notApplicable, ['not-applicable']],
] as const satisfies readonly (readonly [Text, readonly ClauseState[]])[];

/** Heading 5: who implements the plan, by what is declared and by what rules say of it. */
export function planSection(scope: LegalScope): DocumentSection {
  const counts = planStates.map((state): readonly Cell[] => [
    { state: planTexts[state], tone: planTone(state) },
    scope.totals.plans[state],
  ]);
  const rows = scope.systems.map((one): readonly Cell[] => [
    systemCell(one),
    { state: planTexts[one.plan], tone: planTone(one.plan) },
    declaredDay(one.system.dossier.planCarriedOutOn),
    declaredDay(one.system.dossier.readyOn),
    ...groupCounts(one.states),
    one.requirements.length,
  ]);
  return {
    id: 'h5',
    title: headingTitle(5),
    notes: [
      {
        vi: 'Đầy đủ: chủ quản khai báo phương án đã triển khai, điều kiện đã được đánh giá, và không quy tắc nào phản đối. Chỉ ghi ✔ khi quy tắc chứng minh mọi yêu cầu; phần còn lại dựa vào khai báo thì ghi ▤.',
        en: 'Fully: the owner declares that the plan is carried out and readiness was assessed, and no rule says otherwise. ✔ stands only where rules proved every requirement; where the rest is declared, ▤ stands.',
      },
    ],
    tables: [
      { id: 'h5-counts', caption: words.plan, columns: [words.state, words.systems], rows: counts },
      {
        id: 'h5-systems',
        caption: headings[5],
        columns: [
          words.system,
          words.plan,
          words.planCarriedOutOn,
          words.readyOn,
          ...groups.map(([text]) => text),
          words.all,
        ],
        rows,
      },
    ],
  };
}

function groupCounts(states: LegalSystem['states']): readonly number[] {
  return groups.map(([, members]) => members.reduce((sum, state) => sum + states[state], 0));
}

/** Heading 9: each requirement that binds a system here, with its state. */
export function criteriaSection(scope: LegalScope): DocumentSection {
  const byClause = new Map<ReportClause, Map<ClauseState, LegalSystem[]>>();
  for (const system of scope.systems) {
    for (const { clause, state } of system.requirements) {
      const states = byClause.get(clause) ?? new Map<ClauseState, LegalSystem[]>();
      byClause.set(clause, states);
      const known = states.get(state);
      if (known === undefined) states.set(state, [system]);
      else known.push(system);
    }
  }
  const rows = [...byClause]
    .toSorted(([a], [b]) => (a.id < b.id ? -1 : 1))
    .map(([clause, states]): readonly Cell[] => [
      { cells: [clause.citation, { code: clause.id }] },
      clause.title,
      markTexts[clause.mark],
      { cells: stateCells(states) },
      clause.why ?? '–',
    ]);
  const totals = clauseStates.map((state): readonly Cell[] => [
    { state: stateTexts[state], tone: stateTone(state) },
    scope.totals.requirements[state],
  ]);
  return {
    id: 'h9',
    title: headingTitle(9),
    notes: [leftOut(scope.legal.leftOut)],
    tables: [
      { id: 'h9-counts', caption: words.all, columns: [words.state, words.number], rows: totals },
      {
        id: 'h9-criteria',
        caption: headings[9],
        columns: [words.citation, words.requirement, words.mark, words.states, words.notTold],
        rows,
      },
    ],
  };
}

function leftOut(count: number): Text {
  return {
    vi: `Mỗi yêu cầu là một điều khoản ràng buộc cấp độ của hệ thống. Không tính ${count} điều khoản của văn bản đã hết hoặc chưa có hiệu lực.`,
    en: `Each requirement is a clause that binds the level of a system. Left out: ${count} clauses of instruments that are no longer, or not yet, in force.`,
  };
}

function stateCells(states: ReadonlyMap<ClauseState, readonly LegalSystem[]>): readonly Cell[] {
  const all = states.size === 1;
  return clauseStates.flatMap((state): readonly Cell[] => {
    const systems = states.get(state);
    if (systems === undefined) return [];
    const names = systems.map(({ system }) => system.id).join(', ');
    const told = (of: 'vi' | 'en'): string => {
      if (!all && systems.length <= NAMED_MAX) return names;
      return `${systems.length} ${words.ofSystems[of]}`;
    };
    const text = { vi: `${stateTexts[state].vi}: ${told('vi')}`, en: `${stateTexts[state].en}: ${told('en')}` };
    return [{ state: text, tone: stateTone(state) }];
  });
}

/** Heading 10: the decisions, what is met and what not, and what is to be done. */
export function roadmapSection(scope: LegalScope): DocumentSection {
  const rows = scope.systems.map(({ system, states, requirements }): readonly Cell[] => {
    const unmet = states.fails + states.unknown + states.excepted;
    const applying = requirements.length - states['not-applicable'];
    return [
      { cells: [system.officialName, { code: system.id }] },
      declaredDay(system.dossier.approvedOn),
      notKnown,
      states.holds,
      unmet,
      applying - states.holds - unmet,
    ];
  });
  const columns = [words.system, words.approvedOn, words.decisionNumber, words.met, words.unmet, words.unsaid];
  return {
    id: 'h10',
    title: headingTitle(10),
    notes: [
      {
        vi: 'Số và nội dung quyết định không có trong mô hình. Lộ trình do chủ quản lập cũng không có: bảng dưới nêu việc mà quy tắc đòi và hạn của pháp luật.',
        en: 'Numbers and texts of decisions aren’t in the model, nor is a roadmap of the owner: the table tells what the rules ask for, and the date of the law.',
      },
    ],
    tables: [{ id: 'h10-decisions', caption: headings[10], columns, rows }, roadmap(scope)],
  };
}

function roadmap(scope: LegalScope): DocumentTable {
  const fixes = new Map(scope.report.rules.map(({ id, fix }) => [id, fix]));
  const due = scope.report.dates.find(({ control }) => control === 'd331-39.1-measures')?.date;
  const open = scope.systems.flatMap((system) =>
    system.requirements.filter(({ state }) => isOpen(state)).map((requirement) => ({ system, requirement })),
  );
  const shown = scope.isNation ? open.slice(0, ROADMAP_MAX) : open;
  const rows = shown.map(({ system, requirement }): readonly Cell[] => [
    systemCell(system),
    { cells: [requirement.clause.citation, requirement.clause.title] },
    { state: stateTexts[requirement.state], tone: stateTone(requirement.state) },
    listed(requirement.against.map((rule) => ({ code: rule }))),
    listed(todoOf(requirement, fixes)),
    declaredDay(due),
  ]);
  const hidden = open.length - shown.length;
  const more: readonly (readonly Cell[])[] = hidden === 0 ? [] : [[words.moreRows, hidden, '', '', '', '']];
  return {
    id: 'h10-roadmap',
    caption: words.roadmap,
    columns: [words.system, words.requirement, words.state, words.rules, words.todo, words.deadline],
    rows: [...rows, ...more],
  };
}

/** A rule that had nothing to judge in the whole nation leaves a requirement unknown, and no rule to name. */
function listed(cells: readonly Cell[]): Cell {
  return cells.length === 0 ? '–' : { cells };
}

function isOpen(state: ClauseState): boolean {
  return state === 'fails' || state === 'unknown' || state === 'excepted';
}

function todoOf({ against }: LegalRequirement, fixes: ReadonlyMap<string, Text>): readonly Cell[] {
  return against.map((rule) => fixes.get(rule) ?? { code: rule });
}
