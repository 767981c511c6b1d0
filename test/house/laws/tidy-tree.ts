import { ROOMS } from '../kit/rooms';
import { roomOf, type Law } from '../kit/law';

const ROOT_FILES = new Set([
  'README.md',
  'CONTRIBUTING.md',
  'ndc',
  'main.ts',
  'cdktf.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'jest.config.js',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.oxfmtrc.json',
  '.oxlintrc.json',
]);
const ROOT_FOLDERS = new Set<string>([...ROOMS, 'bench', 'scripts', 'docs', 'test', '.ci']);
const KIND_FOLDERS = /(?:^|\/)(?:utils?|commons?|libs?|shared|helpers?|types?|misc)\//;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.ts$/;

/** Every file has a place, and every place a subject. */
export const tidyTree: Law = {
  title: 'files stand in a room, folders are named for a subject, TypeScript files in kebab-case',
  check: (files) =>
    files.flatMap(({ path }) => {
      const room = roomOf(path);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const known = room === '' ? ROOT_FILES.has(path) : ROOT_FOLDERS.has(room);
      const faults = [
        ...(known ? [] : [`${room === '' ? path : `${room}/`} has no place at the root`]),
        ...(KIND_FOLDERS.test(path) ? ['stands in a folder named for a technical kind'] : []),
        ...(name.endsWith('.ts') && !KEBAB.test(name) ? ['is not named in kebab-case'] : []),
      ];
      return faults.map((what) => ({ path, line: 0, what }));
    }),
};
