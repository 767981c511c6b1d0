import type { Text } from '../../model/text';
import type { Cell, DocumentSection } from '../document/document';
import { stateTone } from '../legal/sections/plan-tone';
import { notKnown } from '../legal/legal-scope';
import { markTexts, stateTexts } from '../text/messages';
import { dossierWords as words } from './dossier-words';
import { missing, type DossierSubject } from './dossier-subject';
import { planTables } from './plan-tables';
import { planParts } from './plan-told';

/** Art. 22.6 and 29.2: the seven parts of the plan, and each requirement of the level with its state. */
export function planSection(subject: DossierSubject): DocumentSection {
  const { requirements } = subject.legal;
  const rows = planParts.map(({ name, told }): readonly Cell[] => {
    const text: Text = { vi: `Thuyết minh phần ${name.vi}`, en: `Text of the part ${name.en}` };
    const cells = told(subject);
    return [name, cells.length === 0 ? notKnown : { cells }, missing(subject, text)];
  });
  return {
    id: 'plan',
    title: { vi: '7. Phương án bảo đảm an ninh mạng (Điều 29)', en: '7. The security plan (Art. 29)' },
    notes: [],
    tables: [
      { id: 'plan-parts', caption: words.part, columns: [words.part, words.told, words.missing], rows },
      {
        id: 'plan-requirements',
        caption: { vi: 'Từng yêu cầu của cấp độ (khoản 6 Điều 22)', en: 'Each requirement of the level (Art. 22.6)' },
        columns: [words.citation, words.requirement, words.mark, words.state, words.judgements],
        rows: requirements.map(({ clause, state, own, shared }) => [
          clause.citation,
          clause.title,
          markTexts[clause.mark],
          { state: stateTexts[state], tone: stateTone(state) },
          own + shared,
        ]),
      },
      ...planTables(subject),
    ],
  };
}
