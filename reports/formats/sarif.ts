import { defineFormat, type ReportSource } from '../define-format';
import { inFacts } from '../findings/in-facts';
import { renderSarif } from '../findings/sarif';

export default defineFormat({
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
