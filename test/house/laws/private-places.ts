import type { Law, TreeFile, Violation } from '../kit/law';

const PLACES: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![\w.:}$-])\/(?:work|root|home\/\w+|Users\/\w+)\//g, what: 'holds a path of one machine' },
  {
    pattern: /\b(?:registry\.npmjs\.org|registry\.yarnpkg\.com|npmmirror\.com|pypi\.org|proxy\.golang\.org)/g,
    what: 'names a package registry',
  },
  { pattern: /\b(?:[a]rtifactory|[v]erdaccio|[j]frog)\b/gi, what: 'names a package registry' },
  { pattern: /^(?:@\w+:)?registry\s*=|^\/\/[^/\s]+\/.*:_auth/gm, what: 'configures a package registry' },
  { pattern: /"[r]esolved":/g, what: 'holds where a package was fetched from' },
];

/** What is true of one machine doesn't belong to everyone. */
export const privatePlaces: Law = {
  title: 'no file holds a path of a machine or the host of a package registry',
  check: (files) => files.flatMap(checkFile),
};

function checkFile({ path, text }: TreeFile): readonly Violation[] {
  return PLACES.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ path, line: text.slice(0, index).split('\n').length, what })),
  );
}
