import { dump } from 'js-yaml';

/** A file that cloud-init writes on a node (bootstrap.cluster.x-k8s.io/v1beta2 `files[]`). */
export interface NodeFile {
  readonly path: string;
  readonly owner: string;
  /** Octal mode, such as `0600`. */
  readonly permissions: string;
  readonly content: string;
}

/** A file of root alone with a configuration object as YAML. */
export function configurationFile(path: string, configuration: object): NodeFile {
  return textFile(path, dump(configuration, { lineWidth: -1, noRefs: true }));
}

/** A file of root alone with this text. */
export function textFile(path: string, content: string): NodeFile {
  return { path, owner: 'root:root', permissions: '0600', content };
}
