import { defineFormat, type ReportSource } from '../define-format';
import { inFacts } from '../findings/in-facts';
import { renderSarif } from '../findings/sarif';

export default defineFormat({
  summary: {
    vi: 'các phát hiện theo SARIF 2.1.0, với những gì được miễn trừ',
    en: 'findings as SARIF 2.1.0, with what is suppressed',
  },
  reader: 'program',
  file: 'report.sarif',
  mediaType: 'application/sarif+json',
  render: ({ evaluation, policies, view, live }: Pick<ReportSource, 'evaluation' | 'policies' | 'view' | 'live'>) =>
    renderSarif({
      evaluation: inFacts(evaluation, view),
      policies,
      exceptions: view.model.exceptions,
      live: live?.findings,
    }),
});
