import { canonicalJson } from '../../model/canonical-json';
import { defineCommand, environmentOption, exitCodes, formatOption, splitNames, textOption } from '../command';
import { loadRules } from '../load-rules';
import { DEFAULT_ENVIRONMENT } from '../project';
import { makeReview } from '../review/make-review';

export default defineCommand({
  summary: 'tell on one page what a change means, between two assemblies or two revisions of the facts',
  for: 'reviewer',
  arguments: [
    { name: 'base', meaning: 'folder of an assembly, or a Git revision', required: true },
    { name: 'head', meaning: 'folder of an assembly, or a Git revision', required: true },
  ],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    {
      name: 'author',
      meaning: 'mail addresses of those who wrote the change, by comma; of revisions Git knows them',
      value: 'mails',
    },
    formatOption,
  ],
  async run(input, io) {
    const [base = '', head = ''] = input.arguments;
    const review = await makeReview(
      {
        base,
        head,
        environment: textOption(input, 'env') ?? DEFAULT_ENVIRONMENT,
        authors: splitNames(textOption(input, 'author') ?? '').filter((one) => one !== ''),
      },
      loadRules(io),
      io,
    );
    io.out(`${canonicalJson(review)}\n`);
    return review.content.objects.length === 0 && review.content.risks.length === 0
      ? exitCodes.clean
      : exitCodes.findings;
  },
});
