import { problem, ProblemError, type Problem } from '../../../model/problem';
import { printCount } from '../../../model/print-count';
import { isObject } from '../../../reports/oscal/check/oscal-document';
import { visibleText } from '../../../reports/text/visible-text';
import { defineCommand, flagOption, formatOption, textOption, type CommandInput } from '../../command';
import type { Io } from '../../io';
import { acquireNistSchema, type AcquiredSchema } from '../../oscal/acquire-nist-schema';
import { checkFiles, type FileCheck } from '../../oscal/check-files';
import { checkExitCode } from '../../oscal/check-exit-code';
import { nistSchema } from '../../oscal/nist-schema';
import { SchemaValidator } from '../../oscal/schema-validator';
import { printProblems } from '../../print-problems';
import { cacheFolder } from '../../sandbox/sandbox-place';

export default defineCommand({
  summary: 'check OSCAL documents against NIST’s schema and what a schema can’t tell: check FILE…',
  for: 'auditor',
  arguments: [
    { name: 'action', meaning: 'check', required: true },
    { name: 'files', meaning: 'documents, which are held against each other', required: true, isRepeated: true },
  ],
  options: [
    {
      name: 'without-schema',
      meaning: 'leave NIST’s schema out; without this, exit code 3 when it can’t be had',
    },
    formatOption,
  ],
  async run(input, io) {
    const [action = '', ...files] = input.arguments;
    if (action !== 'check') throw new ProblemError([unknownAction(action)]);
    const schema = await findSchema(input, io);
    const checked = checkFiles(files, {
      cwd: io.cwd,
      validator: schema.ok ? new SchemaValidator(schema.text) : undefined,
    });
    print(checked, schema, { input, io });
    return checkExitCode(checked, schema, flagOption(input, 'without-schema'));
  },
});

async function findSchema(input: CommandInput, io: Io): Promise<AcquiredSchema> {
  if (flagOption(input, 'without-schema')) return { ok: false, reason: 'left out, as --without-schema asks' };
  const progress = (text: string): void => io.err(`${text}\n`);
  return acquireNistSchema({ cacheFolder: cacheFolder(io), progress });
}

function print(
  { documents, problems, notes }: FileCheck,
  schema: AcquiredSchema,
  { input, io }: { readonly input: CommandInput; readonly io: Io },
): void {
  const told = documents.map(({ path, model, body }) => ({
    file: path,
    model,
    uuid: body['uuid'],
    version: versionOf(body),
  }));
  const others = told
    .filter(({ version }) => schema.ok && version !== null && version !== nistSchema.version)
    .map(
      ({ file, version }) => `${file}: written for OSCAL ${String(version)}, validated against ${nistSchema.version}`,
    );
  const validated = schema.ok
    ? `validated against NIST’s schema of OSCAL ${nistSchema.version}`
    : `not validated against NIST’s schema: ${schema.reason}`;
  if (textOption(input, 'format') === 'json') {
    const state = {
      isValidated: schema.ok,
      version: nistSchema.version,
      ...(schema.ok ? {} : { reason: schema.reason }),
    };
    io.out(`${JSON.stringify({ files: told, schema: state, problems, notes: [...notes, ...others] })}\n`);
  } else {
    for (const { file, model, version } of told)
      io.out(`${visibleText(file)}: ${model}, OSCAL ${visibleText(version ?? 'of no version')}\n`);
    io.out(`${printCount(told.length, 'document')}, ${validated}\n`);
  }
  const rest = { problems, notes: [...notes, ...others].map(visibleText) };
  if (problems.length > 0) printProblems(rest, io, validated);
  else {
    for (const note of rest.notes) io.err(`note: ${note}\n`);
    io.err(`no problem was found; ${validated}\n`);
  }
}

function versionOf({ metadata }: FileCheck['documents'][number]['body']): string | null {
  const version = isObject(metadata) ? metadata['oscal-version'] : undefined;
  return typeof version === 'string' ? version : null;
}

function unknownAction(given: string): Problem {
  return problem({
    code: 'oscal-action-unknown',
    at: ['ndc oscal'],
    what: 'there is no such thing to do with OSCAL',
    got: given,
    want: 'check',
    next: 'read ndc oscal --help; ndc report writes OSCAL',
  });
}
