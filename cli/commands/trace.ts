import { problem, ProblemError, valueOf } from '../../model/problem';
import { findGaps } from '../../reports/trace/find-gaps';
import { findStart } from '../../reports/trace/find-start';
import { followChain } from '../../reports/trace/follow-chain';
import { gapsText } from '../../reports/trace/text/gaps-text';
import { traceText } from '../../reports/trace/text/trace-text';
import { sortedJson } from '../../reports/sorted-json';
import { printableJson } from '../../reports/text/printable-json';
import {
  defineCommand,
  exitCodes,
  flagOption,
  formatOption,
  languageOf,
  languageOption,
  textOption,
  type CommandInput,
} from '../command';
import { DEFAULT_ENVIRONMENT } from '../project';
import { openTrace } from '../trace/open-trace';
import { factsPath } from '../trace/facts-path';

export default defineCommand({
  summary:
    'follow a clause to rules, objects, facts, evidence and signatures, or any of them back; --gaps lists what is on no chain',
  for: 'auditor',
  arguments: [
    {
      name: 'what',
      meaning:
        'clause, control, rule, object, system, tenant, site, cluster, file, fact as file:line, or digest: d331-30.9, network/require-default-deny-ingress, environments/…/nation.ts:16',
      required: false,
    },
  ],
  options: [
    {
      name: 'env',
      meaning: `environment whose assembly is read (default: ${DEFAULT_ENVIRONMENT})`,
      value: 'name',
    },
    { name: 'assembly', meaning: 'folder of the assembly (default: ndc.out/<env>)', value: 'folder' },
    {
      name: 'bundle',
      meaning:
        'bundle of evidence of its deploy: judges as of that day, and shows what the bundle holds and who signed it',
      value: 'file',
    },
    { name: 'gaps', meaning: 'list what lacks one end of its chain, in both directions' },
    {
      name: 'limit',
      meaning: 'how many each list of the text shows, or all; JSON has all',
      value: 'number',
      default: '10',
    },
    languageOption,
    formatOption,
  ],
  run(input, io) {
    const [what] = input.arguments;
    const isGaps = flagOption(input, 'gaps');
    if (isGaps === (what !== undefined)) throw new ProblemError([oneThing(what)]);
    const style = { language: languageOf(input), limit: limitOf(input) };
    const json = textOption(input, 'format') === 'json';
    const index = openTrace(input, io);
    if (what === undefined) {
      const gaps = findGaps(index);
      io.out(json ? `${printableJson(sortedJson(gaps))}\n` : gapsText(gaps, style));
    } else {
      const trace = followChain(index, valueOf(findStart(index, factsPath(what, io))));
      io.out(json ? `${printableJson(sortedJson(trace))}\n` : traceText(trace, style));
    }
    return Promise.resolve(exitCodes.clean);
  },
});

/** @throws ProblemError when it is no number of lines */
function limitOf(input: CommandInput): number {
  const text = textOption(input, 'limit') ?? '';
  if (text === 'all') return Number.MAX_SAFE_INTEGER;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ProblemError([
    problem({
      code: 'trace-limit',
      at: ['--limit'],
      what: 'a list can’t be cut there',
      got: text,
      want: 'a number from 1 on, or all',
      next: 'write --limit 20 or --limit all',
    }),
  ]);
}

function oneThing(what: string | undefined) {
  return problem({
    code: 'trace-of-nothing',
    at: ['trace'],
    what: what === undefined ? 'nothing is named from which to follow a chain' : 'gaps are those of the whole assembly',
    got: what === undefined ? 'no name' : `--gaps and ${what}`,
    want: 'one name, or --gaps',
    next: 'write ndc trace d331-30.9, ndc trace environments/<name>/nation.ts:16, or ndc trace --gaps',
  });
}
