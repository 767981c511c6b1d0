import { ApiObject, App } from 'cdk8s';
import { dump } from 'js-yaml';
import { findOwnership } from '../stacks/ownership';
import type { Unit } from '../stacks/unit';
import { builtFile, builtObject, type BuiltFile } from './built-file';

/** Builds one chart to multi-document YAML in the order of construction; cdk8s' own synthesis is quadratic in charts. */
export function buildKubernetes(unit: Unit): BuiltFile {
  const app = new App();
  const chart = unit.define(app);
  const found = chart.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  const documents = found.map((object) => document(object.toJson(), unit.path));
  const objects = found.map((object, index) => {
    const text = documents[index];
    if (text === undefined) throw new Error(`${unit.path}: ${object.node.path} has no document`);
    return builtObject(text.address, object.node.path, findOwnership(object));
  });
  return builtFile(unit, documents.map(({ text }) => text).join('---\n'), objects);
}

interface Document {
  readonly address: string;
  readonly text: string;
}

function document(value: unknown, path: string): Document {
  if (!isObject(value)) throw new Error(`${path}: an object has no name`);
  const { kind, metadata } = value;
  const address = `${kind}/${metadata.namespace ?? '-'}/${metadata.name}`;
  return { address, text: dump(value, { noRefs: true, lineWidth: -1 }) };
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function isObject(value: unknown): value is KubernetesObject {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('metadata' in value)) return false;
  const { metadata } = value;
  return typeof metadata === 'object' && metadata !== null && 'name' in metadata;
}
