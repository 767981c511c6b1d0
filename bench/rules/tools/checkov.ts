import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intentIds, intents, type IntentId } from '../intents';
import type { Tool } from './tool';
import { versions } from './versions';

interface CheckovReport {
  readonly results?: {
    readonly failed_checks: readonly { readonly check_id: string; readonly resource: string }[];
  };
}

/** Checkov: its own checks, those that mean an intent. */
export function checkov(program: string): Tool {
  return {
    id: 'checkov',
    version: versions.checkov,
    judges: 'intents',
    knows: (intent) => intents[intent].checkov.length > 0,
    command: ({ corpus, output, intents: wanted }) => ({
      program,
      arguments: ['--directory', corpus, '--framework', 'kubernetes', ...given(wanted, output)],
    }),
    read: ({ output }) => new Set(readFailed(output).flatMap(([check, resource]) => named(check, objectId(resource)))),
  };
}

/** Checkov on a plan: `corpus` is the file, and its findings are told by the address of the resource. */
export function checkovOnPlan(program: string): Tool {
  return {
    ...checkov(program),
    command: ({ corpus, output, intents: wanted }) => ({
      program,
      arguments: ['--file', corpus, '--framework', 'terraform_plan', ...given(wanted, output)],
    }),
    read: ({ output }) =>
      new Set(
        readFailed(output).flatMap(([check, resource]) => named(check, resource.slice(resource.indexOf('.') + 1))),
      ),
  };
}

function given(wanted: readonly IntentId[], output: string): readonly string[] {
  const checks = wanted.flatMap((id) => intents[id].checkov);
  const format = ['--output', 'json', '--output-file-path', output];
  return ['--check', checks.join(','), '--skip-download', '--quiet', '--compact', '--soft-fail', ...format];
}

function readFailed(output: string): readonly (readonly [string, string])[] {
  const path = join(output, 'results_json.json');
  if (!existsSync(path)) throw new Error(`checkov wrote no ${path}`);
  const report = JSON.parse(readFileSync(path, 'utf8')) as CheckovReport;
  return (report.results?.failed_checks ?? []).map(({ check_id, resource }) => [check_id, resource] as const);
}

function named(check: string, object: string): readonly string[] {
  return intentIds
    .filter((id) => (intents[id].checkov as readonly string[]).includes(check))
    .map((id) => `${id} ${object}`);
}

/** `Kind.namespace.name`; what stands in no namespace is told as of `default`. */
function objectId(resource: string): string {
  const [kind = '', namespace = '', ...name] = resource.split('.');
  return `${kind}/${namespace === 'default' ? '-' : namespace}/${name.join('.')}`;
}
