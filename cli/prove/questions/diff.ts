import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printCount } from '../../../model/print-count';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import { policyCatalog } from '../../../policies/catalog';
import { changeText } from '../../../reports/reachability/answers/change-lines';
import { printableJson } from '../../../reports/text/printable-json';
import { readManifests } from '../../../resources/read/read-manifests';
import { assemblyPaths } from '../../../review/paths/assembly-paths';
import { pathChanges, type PathState } from '../../../review/paths/path-changes';
import { exitCodes, textOption, type CommandInput } from '../../command';
import { today, type Io } from '../../io';
import { openAssembly, solvableCluster } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'what passes after and not before, or before and not after, between two assemblies or folders of manifests',
  run(input, io) {
    const [, before, after] = input.arguments;
    if (before === undefined || after === undefined) throw new ProblemError([missing([before, after])]);
    const changes = pathChanges(readState(before, input, io), readState(after, input, io));
    if (textOption(input, 'format') === 'json')
      for (const one of changes) io.out(`${printableJson(JSON.stringify(one))}\n`);
    else io.out(changeText(changes));
    io.err(`${printCount(changes.length, 'change')}\n`);
    return Promise.resolve(changes.length === 0 ? exitCodes.clean : exitCodes.findings);
  },
});

function readState(path: string, input: CommandInput, io: Io): PathState {
  const folder = resolve(io.cwd, path);
  if (existsSync(join(folder, 'manifest.json'))) {
    const question = { policies: policyCatalog, today: today(io), unchanged: new Set<string>() };
    return assemblyPaths(openAssembly(folder, io), question);
  }
  const { resources, integrity } = valueOf(readManifests(folder));
  if (integrity.length > 0) throw new ProblemError([unreadable(path, integrity[0]?.file ?? '')]);
  const cluster = solvableCluster(resources, input);
  return { model: undefined, clusters: new Map([['', () => cluster]]), waiversOf: () => [] };
}

function missing([before, after]: readonly (string | undefined)[]) {
  return problem({
    code: 'diff-of-one',
    at: ['diff'],
    what: 'a difference is between two states',
    got: before ?? after ?? 'none',
    want: 'two folders: assemblies or manifests',
    next: 'run ndc prove diff BEFORE AFTER',
  });
}

function unreadable(path: string, file: string) {
  return problem({
    code: 'manifests-not-read',
    at: [path],
    what: 'what a state says can’t be told whole',
    got: file,
    want: 'files that can be read',
    next: 'run ndc prove reachability --manifests on the folder to see what is wrong',
  });
}
