import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecords } from '../evidence/signatures/attestation/check-records';
import type { StatedFacts } from '../model/assembly';
import { readDivisions } from '../facts/divisions';
import { loadEnvironment } from '../facts/load-environment';
import { locateProblems } from '../facts/locate-problems';
import { stateFacts } from '../facts/state-facts';
import type { FactTree } from '../facts/fact-tree';
import { readEveryFact, type FactReading } from '../facts/read-facts';
import type { BuildInput } from '../model/build/build-input';
import { buildModel, findProblems } from '../model/build/build-model';
import { describeUnjudged } from '../model/facts/unsound-facts';
import type { Model } from '../model/model';
import { failure, problem, ProblemError, success, type FactPath, type Problem, type Result } from '../model/problem';
import { policyCatalog } from '../policies/catalog';
import { judgeFacts } from './attest/judge-stated';
import type { EnvironmentPlace } from './project';
import { tryParseJson } from './try-parse-json';

/** A model with a way back to the lines of its facts. */
export interface LoadedModel {
  readonly model: Model;
  readonly facts: StatedFacts;
  readonly locate: (origin: FactPath) => string;
}

/** What else facts are held against. */
export interface LoadOptions {
  /** Folder of the last good assembly, to tell what would disappear.
   * @default - nothing was built before
   */
  readonly previousAssembly?: string | undefined;
  /** When records of manual controls may have been signed at the latest.
   * @default - the present moment
   */
  readonly now?: Date | undefined;
}

/**
 * Reads and checks the facts of an environment, and derives its model.
 * @throws ProblemError with every problem of the run, each with its place, and what could not be judged
 */
export function loadModel(place: EnvironmentPlace, options: LoadOptions = {}): LoadedModel {
  const reading = readEveryFact(place.folder, { projectRoot: place.root });
  return deriveModel(reading, place.name, options);
}

/**
 * Checks the facts of an environment that were read, and derives its model.
 * @throws ProblemError as loadModel() does
 */
export function deriveModel(reading: FactReading, environment: string, options: LoadOptions = {}): LoadedModel {
  const { previousAssembly, now = new Date() } = options;
  const { facts, unsound, problems } = loadEnvironment(reading);
  const records = judgeFacts({ facts, unsound }, now);
  const divisions = readDivisions();
  const previous = previousAssembly === undefined ? success(undefined) : readPreviousModel(previousAssembly);
  const broken = [...problems, ...problemsOf(divisions), ...problemsOf(previous)];
  const refuse = (found: readonly Problem[], note?: string): never => {
    throw new ProblemError(locateProblems(found, reading.tree), note === undefined ? [] : [note]);
  };
  if (!divisions.ok || !reading.isWhole) return refuse(broken, NOTHING_JUDGED);
  const policyIds = policyCatalog.map(({ id }) => id);
  const input = { environment, facts, unsound, divisions: divisions.value, policyIds };
  const whole = previous.ok && previous.value !== undefined ? { ...input, previous: previous.value } : input;
  if (broken.length > 0) {
    return refuse([...broken, ...findProblems(whole), ...records.problems], describeUnjudged(unsound));
  }
  const model = buildModel(whole);
  if (!model.ok) return refuse([...model.problems, ...records.problems]);
  const wrong = [...records.problems, ...checkRecords(model.value, records.attestations)];
  if (wrong.length > 0) return refuse(wrong);
  const { tree } = reading;
  return { model: model.value, facts: stateFacts(tree), locate: (origin) => locate(tree, origin) };
}

/** Said when not even the rest can be judged: files that nobody read may hold any fact. */
const NOTHING_JUDGED = 'not judged: everything that is derived from facts';

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

function locate(tree: FactTree, origin: FactPath): string {
  const found = tree.locate(origin);
  return found === undefined ? String(origin[0] ?? '') : `${found.file}:${found.line}`;
}

type PreviousModel = NonNullable<BuildInput['previous']>;

/** What the last good assembly was made from, as far as removals need it; undefined when there is none. */
function readPreviousModel(folder: string): Result<PreviousModel | undefined> {
  const file = join(folder, 'model.json');
  if (!existsSync(file)) return success(undefined);
  const content = tryParseJson(readFileSync(file, 'utf8'));
  if (isPrevious(content)) return success(content);
  return failure([
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

function isPrevious(content: unknown): content is PreviousModel {
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
