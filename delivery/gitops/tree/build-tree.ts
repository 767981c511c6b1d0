import { bootstrapFolder, engineFolder, type EngineFile } from '../define-engine';
import { MARK_FILE, markText } from './export-mark';
import { kustomizeFolder, partFiles, type FolderFile } from './part-files';
import { readmeText } from './readme';
import type { TreeInput } from './tree-input';
import { yamlText } from './yaml-text';

/** Every file of a tree by its path, sorted. */
export function buildTree(input: TreeInput): ReadonlyMap<string, string> {
  const { mark, clusters, engine, repository } = input;
  const files = new Map<string, string>([
    ['README.md', readmeText(input)],
    [MARK_FILE, markText(mark)],
  ]);
  for (const cluster of clusters) {
    const told = { cluster, repository };
    addFolder(files, bootstrapFolder(cluster), engine.bootstrap(told).map(engineText));
    addFolder(files, engineFolder(cluster), engine.objects(told).map(engineText));
    for (const { parts } of cluster.waves) {
      for (const { folder, resources } of parts) addFolder(files, folder, partFiles(resources));
    }
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function engineText({ name, objects }: EngineFile): FolderFile {
  return { name, text: yamlText(objects) };
}

function addFolder(files: Map<string, string>, folder: string, content: readonly FolderFile[]): void {
  for (const { name, text } of kustomizeFolder(content)) {
    const path = `${folder}/${name}`;
    if (files.has(path)) throw new Error(`two files of a tree are called ${path}`);
    files.set(path, text);
  }
}
