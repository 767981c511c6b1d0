import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StateFolder } from '../../../delivery/state/state-folder';
import type { Language } from '../../../model/text';
import { reviewPage } from '../../../reports/review/html/review-page';
import { reviewMarkdown } from '../../../reports/review/markdown/review-markdown';
import { reviewJson } from '../../../reports/review/review-json';
import { reviewText } from '../../../reports/review/text/review-text';
import type { Review } from '../../../review/review';
import {
  defineCommand,
  environmentOption,
  exitCodes,
  formatOption,
  languageOf,
  languageOption,
  splitNames,
  textOption,
  type CommandInput,
} from '../../command';
import { stateFolderOf } from '../../delivery/session/delivery-options';
import type { Io } from '../../io';
import { loadRules } from '../../load-rules';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../../project';
import { findDeployedBase } from '../../review/deployed-base';
import { makeReview } from '../../review/make-review';
import { reviewPath, writeReview } from '../../review/review-file';

/** How a review is printed, by the name of the format. */
const formats: Readonly<Record<string, (review: Review, language: Language) => string>> = {
  text: (review, language) => reviewText(review, { language }),
  markdown: (review, language) => reviewMarkdown(review, language),
  html: reviewPage,
  json: reviewJson,
};

export default defineCommand({
  summary: 'tell on one page what a change means, and keep the review that people sign',
  for: 'reviewer',
  arguments: [
    {
      name: 'base',
      meaning: 'folder of an assembly, or a Git revision (default, with head: what was deployed last)',
      required: false,
    },
    {
      name: 'head',
      meaning: `folder of an assembly, or a Git revision (default: ndc.out/${DEFAULT_ENVIRONMENT})`,
      required: false,
    },
  ],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    {
      name: 'author',
      meaning: 'mail addresses of those who wrote the change, by comma; of revisions Git knows them',
      value: 'mails',
    },
    {
      name: 'state',
      meaning: 'folder of journal and Terraform states (default: ndc.state/<environment>)',
      value: 'folder',
    },
    { name: 'out', meaning: 'file of the review (default: beside the assembly)', value: 'file' },
    languageOption,
    { ...formatOption, choices: Object.keys(formats) },
  ],
  async run(input, io) {
    const sides = sidesOf(input, io);
    const authors = splitNames(textOption(input, 'author') ?? '').filter((one) => one !== '');
    const environment = textOption(input, 'env') ?? DEFAULT_ENVIRONMENT;
    const review = await makeReview({ ...sides, environment, authors }, loadRules(io), io);
    const language = languageOf(input);
    io.out(formats[textOption(input, 'format') ?? 'text']?.(review, language) ?? '');
    keep(review, placeOf(input, sides.head, io), io);
    const { facts, objects, risks } = review.content;
    return facts.length + objects.length + risks.length === 0 ? exitCodes.clean : exitCodes.findings;
  },
});

interface Sides {
  readonly base?: string | undefined;
  readonly head: string;
}

function sidesOf(input: CommandInput, io: Io): Sides {
  const [first, second] = input.arguments;
  if (first !== undefined && second !== undefined) return { base: first, head: second };
  const environment = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io).name;
  const head = assemblyFolder(first, environment, io);
  return { base: findDeployedBase(new StateFolder(stateFolderOf(input, environment, io)))?.folder, head };
}

/** A review of revisions is kept only where somebody says: nothing stands there that it could stand beside. */
function placeOf(input: CommandInput, head: string, io: Io): string | undefined {
  const out = textOption(input, 'out');
  if (out !== undefined) return resolve(io.cwd, out);
  const folder = resolve(io.cwd, head);
  return existsSync(join(folder, 'manifest.json')) ? reviewPath(folder) : undefined;
}

function keep(review: Review, place: string | undefined, io: Io): void {
  if (place === undefined) return;
  writeReview(place, review);
  io.err(`review ${review.digest} in ${shownPath(place, io)}\n`);
}
