import { groupBy } from '../../../model/group-by';
import { labelName } from '../../../model/naming';
import type { JsonObject, Resource } from '../../../resources/resource';
import { yamlText } from './yaml-text';

/** A file of a folder of the tree. */
export interface FolderFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Objects as files, sorted by name: what belongs to a namespace stands in one file of its own, with the namespace
 * itself first, and each object of the whole cluster in another. So a change of one commune is a change of its file.
 */
export function partFiles(resources: readonly Resource[]): readonly FolderFile[] {
  return [...groupBy(resources, fileOf)].map(([name, group]) => ({
    name: `${name}.yaml`,
    text: yamlText(group.toSorted(byPlace).map(({ body }) => body)),
  }));
}

/** Files as a folder that kustomize builds: the files and the `kustomization.yaml` that lists them, sorted. */
export function kustomizeFolder(files: readonly FolderFile[]): readonly FolderFile[] {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const list: JsonObject = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: sorted.map(({ name }) => name),
  };
  return [{ name: 'kustomization.yaml', text: yamlText([list]) }, ...sorted];
}

function fileOf({ kind, name, namespace }: Resource): string {
  const home = kind === 'Namespace' ? name : namespace;
  return home === undefined ? `${labelName(kind.toLowerCase())}-${labelName(name)}` : `namespace-${labelName(home)}`;
}

function byPlace(a: Resource, b: Resource): number {
  if (a.kind === b.kind || (a.kind !== 'Namespace' && b.kind !== 'Namespace')) return a.id < b.id ? -1 : 1;
  return a.kind === 'Namespace' ? -1 : 1;
}
