import { resolve } from 'node:path';
import { problemOfRefusal } from '../../../evidence/bundle/bundle-refusal';
import { bundleLimits } from '../../../evidence/bundle/manifest/bundle-limits';
import { verifyChain } from '../../../evidence/bundle/verify-chain';
import { printCount } from '../../../model/print-count';
import { problem, ProblemError } from '../../../model/problem';
import { shownPlaces, type EarlierJudgement, type History, type HistoryPoint } from '../../../reports/history/history';
import { isFolder, readBytes } from '../../../resources/read/folder';
import { readBundleFile, unreadBundle } from '../../evidence/bundle-file';
import type { Io } from '../../io';
import { Progress } from '../../progress';
import { listBundles, type NamedBundle } from './list-bundles';
import { readEarlier, readPoint, requireCertified } from './read-point';

/**
 * What gates said before, out of one bundle or of a folder of bundles as deploys leave them. Every byte of every bundle is
 * verified and each must follow the one before; one bundle is in memory at a time.
 * @throws ProblemError in the words of the verifier, or when a folder holds anything but one chain
 */
export function readHistory(name: string, io: Pick<Io, 'cwd' | 'err' | 'terminal' | 'now'>): History {
  if (isFolder(resolve(io.cwd, name))) return readFolder(name, io);
  const bundle = readBundleFile(name, io);
  const newest = readEarlier(requireCertified(name, bundle));
  const { environment, previous } = bundle.manifest.head;
  return { environment, bundles: 1, isWhole: previous === null, newest, points: [newest] };
}

function readFolder(folder: string, io: Pick<Io, 'cwd' | 'err' | 'terminal' | 'now'>): History {
  const named = listBundles(folder, io);
  const shown = shownPlaces(named.length);
  const progress = new Progress(io);
  progress.step('verifying the bundles of evidence');
  const points: HistoryPoint[] = [];
  let newest: EarlierJudgement | undefined;
  let place = 0;
  const chain = verifyChain(archivesOf(named, io), (bundle) => {
    const { name, sequence } = named[place] ?? { name: folder, sequence: 0 };
    const found = bundle.manifest.head.sequence;
    if (found !== sequence) throw new ProblemError([misnamed(name, found, sequence)]);
    const certified = requireCertified(name, bundle);
    if (place === named.length - 1) newest = readEarlier(certified);
    else if (shown.has(place)) points.push(readPoint(certified));
    place += 1;
    progress.note(`${place} of ${named.length} bundles verified`);
  });
  if (!chain.isAccepted) throw new ProblemError([problemOfRefusal(named[chain.index]?.name ?? folder, chain.refusal)]);
  if (newest === undefined) throw new Error('a folder without bundles was not refused');
  progress.done(`${printCount(named.length, 'bundle')} of evidence verified`);
  const environment = chain.manifests[0]?.head.environment ?? '';
  return { environment, bundles: named.length, isWhole: chain.isWhole, newest, points: [...points, newest] };
}

function* archivesOf(named: readonly NamedBundle[], { cwd }: Pick<Io, 'cwd'>): Generator<Uint8Array> {
  for (const { name } of named) {
    const read = readBytes(resolve(cwd, name), bundleLimits.archiveBytesMax);
    if (!read.ok) throw new ProblemError([unreadBundle(name, read.detail)]);
    yield read.bytes;
  }
}

/**
 * Holds the environment that was judged today against that of the bundles.
 * @throws ProblemError when it is another
 */
export function requireSameEnvironment({ environment, newest }: History, judged: string): void {
  if (environment === judged) return;
  throw new ProblemError([
    problem({
      code: 'history-of-another-environment',
      at: [newest.bundle],
      what: 'the evidence is of another environment than the assembly',
      got: environment,
      want: judged,
      next: `name the evidence of deploys of ${judged}`,
    }),
  ]);
}

function misnamed(name: string, got: number, want: number) {
  return problem({
    code: 'bundle-misnamed',
    at: [name],
    what: 'the bundle is another in its chain than its name says',
    got: `bundle ${got}`,
    want: `bundle ${want}`,
    next: 'take the folder again from where deploys wrote it; file names there are the numbers of the bundles',
  });
}
