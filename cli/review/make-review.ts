import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { RuleSet } from '../../policies/rule-set';
import { ArtifactReader } from '../../resources/read/artifact-reader';
import { buildReview } from '../../review/build-review';
import type { Review } from '../../review/review';
import type { ReviewedState } from '../../review/reviewed-state';
import { BuilderThreads } from '../../synth/builder-threads';
import { synthesize } from '../../synth/synthesize';
import { today, type Io } from '../io';
import { loadModel } from '../load-model';
import { findEnvironment, projectRoot, type EnvironmentPlace } from '../project';
import { readReviewedState, type ReviewReading } from './read-reviewed-state';
import { withoutSecrets } from './refuse-secrets';
import { Repository, unknownSide, type Revision } from './revision';

/** Two things that are compared: folders of assemblies, or revisions of the facts. */
export interface ReviewQuestion {
  /** @default - nothing was deployed */
  readonly base?: string | undefined;
  readonly head: string;
  /** The environment whose facts revisions are asked for: a name below environments/, or a folder of facts. */
  readonly environment: string;
  /** Mail addresses of those who wrote the change; of revisions Git tells them too. */
  readonly authors: readonly string[];
}

/**
 * Makes the review of a change.
 * @throws ProblemError when a side is neither an assembly nor a revision, its facts are wrong, or it brings a secret
 */
export async function makeReview(question: ReviewQuestion, rules: RuleSet, io: Io): Promise<Review> {
  const { base, head, authors } = question;
  const [old, now] = [base, head].map((side) => (side === undefined ? undefined : findSide(side, question, io)));
  if (now === undefined) throw new Error('a review has a head');
  const reading = { rules, io, reader: new ArtifactReader() };
  const after = await readSide(now, reading);
  const before = old === undefined ? undefined : await readSide(old, reading);
  const { wrote, program } = historyOf(old, now);
  const { policies } = rules;
  return withoutSecrets(
    buildReview({ before, after, authors: [...authors, ...wrote], program, policies, today: today(io) }),
  );
}

type Side = { readonly kind: 'assembly'; readonly folder: string } | RevisedFacts;

/** The facts of an environment in one revision of their repository. */
interface RevisedFacts {
  readonly kind: 'revision';
  readonly revision: Revision;
  /** Found by the folder of the facts. */
  readonly repository: Repository;
  /** Where the facts are in the working tree. */
  readonly place: EnvironmentPlace;
}

function findSide(given: string, { environment }: ReviewQuestion, io: Io): Side {
  const folder = resolve(io.cwd, given);
  if (existsSync(join(folder, 'manifest.json'))) return { kind: 'assembly', folder };
  const place = findEnvironment(environment, io);
  const repository = Repository.tryFind(place.folder);
  const revision = repository?.tryFindRevision(given);
  if (repository === undefined || revision === undefined) throw unknownSide(given);
  return { kind: 'revision', revision, repository, place };
}

/** Folders of the program's project that neither write nor judge an assembly. */
const NO_PROGRAM = ['environments', 'docs', 'test', 'bench'];

/** What Git knows of a change between two revisions: who wrote it, and what of this program differs too. */
function historyOf(
  old: Side | undefined,
  now: Side,
): { readonly wrote: readonly string[]; readonly program: readonly string[] } {
  if (old?.kind !== 'revision' || now.kind !== 'revision') return { wrote: [], program: [] };
  const { repository } = now;
  const own = Repository.tryFind(projectRoot());
  const isOurs = own?.root === repository.root;
  return {
    wrote: repository.authorsBetween(old.revision, now.revision),
    program: isOurs
      ? repository.changedFiles(old.revision, now.revision, { below: own.prefix, without: NO_PROGRAM })
      : [],
  };
}

function readSide(side: Side, reading: ReviewReading): Promise<ReviewedState> {
  if (side.kind === 'assembly') return Promise.resolve(readReviewedState(side.folder, reading));
  const { repository, revision, place } = side;
  return repository.inWorktree(revision, async (tree) => {
    const there = join(tree, repository.prefix);
    // As synth names facts, so that both ways to a review come to one digest.
    const root = resolve(there, relative(place.folder, place.root));
    const { model, facts, locate } = loadModel({ name: place.name, folder: there, root });
    const folder = join(dirname(tree), 'assembly');
    const threads = new BuilderThreads(Math.min(2, availableParallelism()) - 1);
    try {
      await synthesize(model, { folder, facts, locate, threads });
    } finally {
      await threads.close();
    }
    return readReviewedState(folder, reading);
  });
}
