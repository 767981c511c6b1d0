import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory, requireSameEnvironment } from '../../../../cli/report/history/read-history';
import { ProblemError, type Problem } from '../../../../model/problem';
import { POINTS_MAX, type History } from '../../../../reports/history/history';
import { captureIo } from '../../../support/capture-io';
import { makeWorkplace } from '../../../support/written/workplace';
import { chainOf, excused, finding, link, result, writeFiles, type Link } from './chain-kit';

const { folder: place, remove } = makeWorkplace();
afterAll(remove);

let made = 0;

/** A folder with these files, by their names. */
function folderOf(files: Readonly<Record<string, Uint8Array>>): string {
  made += 1;
  const name = `evidence-${made}`;
  mkdirSync(join(place, name));
  writeFiles(Object.fromEntries(Object.entries(files).map(([file, bytes]) => [join(place, name, file), bytes])));
  return name;
}

function fileOf(sequence: number): string {
  return `${String(sequence).padStart(6, '0')}.evidence.tar`;
}

function folderOfChain(links: readonly Link[]): string {
  return folderOf(Object.fromEntries(links.map(({ archive, sequence }) => [fileOf(sequence), archive])));
}

function read(name: string): History {
  return readHistory(name, captureIo({ cwd: place }).io);
}

/** The problems by which a history is refused. */
function refusalOf(name: string): readonly Problem[] {
  try {
    read(name);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

const days = ['2026-01-10', '2026-02-10', '2026-03-10'];
const chain = chainOf(
  days.map((today, index) => ({
    today,
    at: `${today}T20:00:00.000Z`,
    results: [
      result({
        unknown: Array.from({ length: index }, (_, subject) => finding('p01', `s${subject}`)),
        skip: [excused('p02', 'e1'), excused('p02', 'e2')],
      }),
    ],
  })),
);

describe('a folder of bundles', () => {
  it('is read in the order of the chain, with the numbers of each and the findings of the last', () => {
    const { newest, points, ...rest } = read(folderOfChain(chain.toReversed()));
    expect(rest).toEqual({ environment: 'test', bundles: 3, isWhole: true });
    expect(
      points.map(({ sequence, today, deployed, counts, exceptions }) => [
        sequence,
        today,
        deployed,
        counts.unknown,
        exceptions,
      ]),
    ).toEqual([
      [1, '2026-01-10', '2026-01-11', 0, 2],
      [2, '2026-02-10', '2026-02-11', 1, 2],
      [3, '2026-03-10', '2026-03-11', 2, 2],
    ]);
    expect(newest.agencies).toEqual([
      { id: 'p01', fail: 0, unknown: 2, error: 0, skip: 0 },
      { id: 'p02', fail: 0, unknown: 0, error: 0, skip: 2 },
    ]);
    expect([...newest.open].map(([id, keys]) => [id, keys.size])).toEqual([['p01', 2]]);
  });

  it('tells the same of its last bundle as that bundle alone', () => {
    const name = folderOfChain(chain);
    const alone = read(`${name}/${fileOf(3)}`);
    expect(alone.newest).toEqual(read(name).newest);
    expect(alone).toMatchObject({ bundles: 1, isWhole: false, points: [alone.newest] });
  });

  it('may begin in the middle of a chain, and says so', () => {
    expect(read(folderOfChain(chain.slice(1)))).toMatchObject({ bundles: 2, isWhole: false });
  });

  it('keeps the first, the last and few between of a long chain, all of it verified', () => {
    const long = chainOf(Array.from({ length: POINTS_MAX * 2 }, () => ({})));
    const name = folderOfChain(long);
    const { bundles, points } = read(name);
    expect([bundles, points.length, points[0]?.sequence, points.at(-1)?.sequence]).toEqual([
      POINTS_MAX * 2,
      POINTS_MAX,
      1,
      POINTS_MAX * 2,
    ]);
    const kept = new Set(points.map(({ sequence }) => sequence));
    const left = long.find(({ sequence }) => !kept.has(sequence));
    const spoiled = Buffer.from(left?.archive ?? []);
    spoiled[700] = (spoiled[700] ?? 0) ^ 1;
    writeFiles({ [join(place, name, fileOf(left?.sequence ?? 0))]: spoiled });
    expect(refusalOf(name)).toMatchObject([
      { code: 'bundle-not-as-written', at: [`${name}/${fileOf(left?.sequence ?? 0)}`] },
    ]);
  });
});

describe('a folder that is no chain', () => {
  const [first, second, third] = chain.map(({ archive }) => archive);
  const files = {
    [fileOf(1)]: first ?? Buffer.of(),
    [fileOf(2)]: second ?? Buffer.of(),
    [fileOf(3)]: third ?? Buffer.of(),
  };

  it('refuses one in which a bundle is missing, and names it', () => {
    const { [fileOf(2)]: _, ...others } = files;
    expect(refusalOf(folderOf(others))).toMatchObject([
      {
        code: 'bundles-missing',
        what: 'bundle 2 of the chain is not in the folder',
        want: `${fileOf(2)} after ${fileOf(1)}`,
      },
    ]);
  });

  it('refuses a fork: a bundle after another one than stands before it', () => {
    const other = link({ previous: link({ today: '2026-01-09' }), today: '2026-02-10' });
    const [told] = refusalOf(folderOf({ ...files, [fileOf(2)]: other.archive }));
    expect(told).toMatchObject({ code: 'bundle-not-as-written' });
    expect(told?.at[0]).toContain(fileOf(2));
    expect(told?.what).toContain('the head of the manifest, which follows bundle 1 of test');
  });

  it('refuses a bundle of another environment among others', () => {
    const [before] = chain;
    const foreign = link({ previous: before, environment: 'elsewhere' });
    const told = refusalOf(folderOf({ [fileOf(1)]: files[fileOf(1)] ?? Buffer.of(), [fileOf(2)]: foreign.archive }));
    expect(told).toMatchObject([{ code: 'bundle-not-as-written' }]);
  });

  it('refuses bundles whose names are exchanged', () => {
    const exchanged = {
      ...files,
      [fileOf(1)]: files[fileOf(2)] ?? Buffer.of(),
      [fileOf(2)]: files[fileOf(1)] ?? Buffer.of(),
    };
    expect(refusalOf(folderOf(exchanged))).toMatchObject([
      { code: 'bundle-misnamed', got: 'bundle 2', want: 'bundle 1' },
    ]);
  });

  it('refuses one byte that is another, in any bundle', () => {
    for (const [name, bytes] of Object.entries(files)) {
      const spoiled = Buffer.from(bytes);
      spoiled[spoiled.length >> 1] = (spoiled[spoiled.length >> 1] ?? 0) ^ 1;
      const folder = folderOf({ ...files, [name]: spoiled });
      expect(refusalOf(folder)).toMatchObject([{ code: 'bundle-not-as-written', at: [`${folder}/${name}`] }]);
    }
  });

  it.each([
    'README',
    '000001.evidence.tar.new',
    '1.evidence.tar',
    '0000002.evidence.tar',
    '000000.evidence.tar',
    'more/000001.evidence.tar',
  ])('refuses another file beside them: %s', (name) => {
    const folder = folderOf({ ...files, [name]: first ?? Buffer.of() });
    expect(refusalOf(folder)).toMatchObject([{ code: 'stranger-among-bundles', at: [`${folder}/${name}`] }]);
  });

  it('refuses links, to a bundle and to the folder, and an empty folder', () => {
    const folder = folderOf({ [fileOf(1)]: files[fileOf(1)] ?? Buffer.of() });
    symlinkSync(join(place, folder, fileOf(1)), join(place, folder, fileOf(2)));
    expect(refusalOf(folder)).toMatchObject([{ code: 'stranger-among-bundles', at: [`${folder}/${fileOf(2)}`] }]);
    symlinkSync(join(place, folder), join(place, 'linked'));
    expect(refusalOf('linked')).toMatchObject([{ code: 'bundle-unread' }]);
    expect(refusalOf(folderOf({}))).toMatchObject([{ code: 'no-folder-of-bundles', got: '0 bundles' }]);
  });

  it('refuses to compare an assembly with the evidence of another environment', () => {
    const history = read(folderOfChain(chain));
    expect(() => requireSameEnvironment(history, 'test')).not.toThrow();
    expect(() => requireSameEnvironment(history, 'national')).toThrow(ProblemError);
  });
});

describe('a bundle whose parts contradict each other', () => {
  const forged = (given: Parameters<typeof link>[0]): readonly Problem[] => {
    made += 1;
    writeFiles({ [join(place, `forged-${made}.tar`)]: link(given).archive });
    return refusalOf(`forged-${made}.tar`);
  };

  it('refuses evaluations that are not those of the certificate', () => {
    expect(forged({ certificate: { evaluationsDigest: `sha256:${'c'.repeat(64)}` } })).toMatchObject([
      { code: 'evaluations-of-another-judgement' },
    ]);
  });

  it('refuses evaluations that come to other counts than the certificate states', () => {
    const counts = { pass: 7, fail: 0, unknown: 0, skip: 0, error: 0 };
    expect(forged({ certificate: { counts } })).toMatchObject([
      { what: 'the evaluations in the bundle come to other counts than those that its certificate states' },
    ]);
  });

  it('refuses a certificate of another environment', () => {
    expect(forged({ certificate: { environment: 'elsewhere' } })).toMatchObject([{ got: 'test', want: 'elsewhere' }]);
  });

  it.each([
    '[]',
    'null',
    '{"results":{}}',
    '{"results":[null]}',
    '{"results":[{"policy":1}]}',
    '{"results":[{"policy":"a/b","pass":[],"fail":[{}],"unknown":[],"skip":[],"error":[],"vacuous":"no"}]}',
    '{"results":[{"policy":"a/b","pass":[],"fail":[],"unknown":[],"skip":[{"policy":"a","subject":"b","where":""}],"error":[],"vacuous":"no"}]}',
    '{"results":[{"policy":"a/b","pass":[],"fail":[],"unknown":[],"skip":[],"error":[],"vacuous":"yes"}]}',
  ])('refuses evaluations that no gate wrote: %s', (evaluations) => {
    expect(forged({ evaluations })).toMatchObject([{ code: 'evaluations-of-another-judgement' }]);
  });

  it.each(['', 'yesterday', '99999-01-01', '1969-01-01T00:00:00Z', 'NaN'])(
    'takes the day of the judgement where the journal tells no time: %j',
    (at) => {
      made += 1;
      writeFiles({ [join(place, `timeless-${made}.tar`)]: link({ at }).archive });
      expect(read(`timeless-${made}.tar`).newest).toMatchObject({ deployed: '2026-03-01', today: '2026-03-01' });
    },
  );
});
