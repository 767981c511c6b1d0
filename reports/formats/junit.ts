import { defineFormat, type ReportSource } from '../define-format';
import { inFacts } from '../findings/in-facts';
import { renderJunit } from '../findings/junit';

export default defineFormat({
  summary: {
    vi: 'mỗi quy tắc là một bộ kiểm thử, cho máy chủ dựng',
    en: 'each rule as a test suite, for build servers',
  },
  reader: 'program',
  file: 'report.junit.xml',
  mediaType: 'application/xml',
  render: ({ evaluation, policies, view, live }: Pick<ReportSource, 'evaluation' | 'policies' | 'view' | 'live'>) =>
    renderJunit({
      evaluation: inFacts(evaluation, view),
      policies,
      exceptions: view.model.exceptions,
      live: live?.findings,
    }),
});
