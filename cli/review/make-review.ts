import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RuleSet } from '../../policies/rule-set';
import { ArtifactReader } from '../../resources/read/artifact-reader';
import { buildReview } from '../../review/build-review';
import type { Review } from '../../review/review';
import type { ReviewedState } from '../../review/reviewed-state';
import { BuilderThreads } from '../../synth/builder-threads';
import { synthesize } from '../../synth/synthesize';
import { today, type Io } from '../io';
import { loadModel } from '../load-model';
import { projectRoot } from '../project';
import { readReviewedState, type ReviewReading } from './read-reviewed-state';
import { Repository, type Revision } from './revision';

/** Two things that are compared: folders of assemblies, or revisions of the facts. */
export interface ReviewQuestion {
  /** @default - nothing was deployed */
  readonly base?: string | undefined;
  readonly head: string;
  /** The environment whose facts revisions are asked for. */
  readonly environment: string;
  /** Mail addresses of those who wrote the change; of revisions Git tells them too. */
  readonly authors: readonly string[];
}

/**
 * Makes the review of a change.
 * @throws ProblemError when a side is neither an assembly nor a revision, or its facts are wrong
 */
export async function makeReview(question: ReviewQuestion, rules: RuleSet, io: Io): Promise<Review> {
  const { base, head } = question;
  const repository = new Repository(projectRoot());
  const [old, now] = [base, head].map((side) => (side === undefined ? undefined : findSide(side, repository, io)));
  if (now === undefined) throw new Error('a review has a head');
  const reader = new ArtifactReader();
  const read = (side: Side | undefined): Promise<ReviewedState | undefined> =>
    side === undefined ? Promise.resolve(undefined) : readSide(side, { question, repository, rules, io, reader });
  const after = await read(now);
  if (after === undefined) throw new Error('a side that is there is read');
  const before = await read(old);
  const revisions =
    old?.kind === 'revision' && now.kind === 'revision' ? ([old.revision, now.revision] as const) : undefined;
  return buildReview({
    before,
    after,
    authors: [...question.authors, ...(revisions === undefined ? [] : repository.authorsBetween(...revisions))],
    program: revisions === undefined ? [] : repository.changedBeside(...revisions, NO_PROGRAM),
    policies: rules.policies,
    today: today(io),
  });
}

/** Folders that neither write nor judge an assembly. */
const NO_PROGRAM = ['environments', 'docs', 'test', 'bench'];

type Side =
  | { readonly kind: 'assembly'; readonly folder: string }
  | { readonly kind: 'revision'; readonly revision: Revision };

function findSide(given: string, repository: Repository, io: Io): Side {
  const folder = resolve(io.cwd, given);
  return existsSync(join(folder, 'manifest.json'))
    ? { kind: 'assembly', folder }
    : { kind: 'revision', revision: repository.find(given) };
}

interface Reading extends ReviewReading {
  readonly question: ReviewQuestion;
  readonly repository: Repository;
}

function readSide(side: Side, { question, repository, rules, io, reader }: Reading): Promise<ReviewedState> {
  if (side.kind === 'assembly') return Promise.resolve(readReviewedState(side.folder, { rules, io, reader }));
  return repository.inWorktree(side.revision, async (tree) => {
    const { environment: name } = question;
    const { model, facts, locate } = loadModel({ name, folder: join(tree, 'environments', name), root: tree });
    const folder = join(tree, 'ndc.out', name);
    const threads = new BuilderThreads(Math.min(2, availableParallelism()) - 1);
    try {
      await synthesize(model, { folder, facts, locate, threads });
    } finally {
      await threads.close();
    }
    return readReviewedState(folder, { rules, io, reader });
  });
}
