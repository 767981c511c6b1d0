import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDivisions } from '../facts/divisions';
import { loadEnvironment } from '../facts/load-environment';
import { locateProblems } from '../facts/locate-problems';
import type { FactTree } from '../facts/fact-tree';
import { readEveryFact } from '../facts/read-facts';
import { buildModel } from '../model/build/build-model';
import type { Model } from '../model/model';
import { problem, ProblemError, type FactPath, type Result } from '../model/problem';
import { policyCatalog } from '../policies/catalog';
import type { EnvironmentPlace } from './project';

/** A model with a way back to the lines of its facts. */
export interface LoadedModel {
  readonly model: Model;
  readonly locate: (origin: FactPath) => string;
}

/**
 * Reads and checks the facts of an environment, and derives its model.
 * @throws ProblemError with every problem of the run, each with its place
 */
export function loadModel(place: EnvironmentPlace, previousAssembly?: string): LoadedModel {
  const reading = readEveryFact(place.folder, { projectRoot: place.root });
  const facts = valueOf(loadEnvironment(reading), reading.tree);
  const divisions = valueOf(readDivisions(), reading.tree);
  const policyIds = policyCatalog.map(({ id }) => id);
  const previous = previousAssembly === undefined ? undefined : readPreviousModel(previousAssembly);
  const input = { environment: place.name, facts, divisions, policyIds };
  const model = valueOf(buildModel(previous === undefined ? input : { ...input, previous }), reading.tree);
  return { model, locate: (origin) => locate(reading.tree, origin) };
}

function valueOf<T>(result: Result<T>, tree: FactTree): T {
  if (result.ok) return result.value;
  throw new ProblemError(locateProblems(result.problems, tree));
}

function locate(tree: FactTree, origin: FactPath): string {
  const found = tree.locate(origin);
  return found === undefined ? String(origin[0] ?? '') : `${found.file}:${found.line}`;
}

/** What the last good assembly was made from, as far as removals need it; one that can't be read protects nothing. */
function readPreviousModel(folder: string): Pick<Model, 'tenants' | 'systems'> | undefined {
  const file = join(folder, 'model.json');
  if (!existsSync(file)) return undefined;
  const content = parseJson(readFileSync(file, 'utf8'));
  if (isPrevious(content)) return content;
  throw new ProblemError([
    problem({
      code: 'previous-model-unreadable',
      at: [file],
      what: 'the model of the last good assembly is broken, so nothing can tell what would disappear',
      got: content === undefined ? 'no JSON' : 'JSON of another shape',
      want: 'the file as synth wrote it',
      next: 'restore the folder, or move it away to begin anew',
    }),
  ]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPrevious(content: unknown): content is Pick<Model, 'tenants' | 'systems'> {
  return isObject(content) && isListWith(content['tenants'], 'id') && isListWith(content['systems'], 'declaration');
}

function isListWith(value: unknown, key: string): boolean {
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => isObject(one) && typeof one[key] === 'string' && Array.isArray(one['origin']))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
