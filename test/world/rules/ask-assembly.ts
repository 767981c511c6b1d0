import type { NamedRule } from '../../../policies/engine/cel/emit-policies';
import { frameOf } from '../../../policies/engine/language/frame';
import type { TargetKind } from '../../../policies/engine/language/target';
import { readText } from '../../../policies/engine/reads/read-text';
import { readTreeOf, type ReadNode } from '../../../policies/engine/reads/read-tree';
import { objectAt, valueAtPath } from '../../../resources/json-path';
import type { JsonObject, Resource } from '../../../resources/resource';
import { resourceId } from '../../../resources/resource-id';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { AdmissionServer } from './admission-server';

/** What a server said of the objects of an assembly that a rule is about. */
export interface AskedAssembly {
  /** Objects that the rule applies to. */
  readonly objects: number;
  /** Of those of which the rule reads the same, one is sent; so many were judged. */
  readonly asked: number;
  /** Objects on which the server and our own evaluator differ, or that it doesn't take for objects. */
  readonly differing: readonly string[];
}

/** Asks a server about every object of an assembly that a rule applies to, as it stands in its file. */
export async function askAssembly(
  server: AdmissionServer,
  { id, rule }: NamedRule,
  view: AssemblyView,
): Promise<AskedAssembly> {
  const context = { view, today: '' };
  const subjects = [...rule.subjects(context)];
  const apart = new Map(subjects.map((one) => [readOf(rule, one.of, view), one]));
  const said = await Promise.all(
    [...apart.values()].map(async (one) => {
      const { kind } = kindOf(rule, one.of);
      const { kind: verdict, message } = { message: '', ...(await server.judge(id, kind, sent(one.of, view))) };
      const ours = rule.check(one, context).verdict === 'pass';
      // What the server has already under the name isn't asked about; the tests of deploying do that.
      if (verdict === 'invalid' && message.includes('already exists')) return undefined;
      return (verdict === 'admitted') === ours && verdict !== 'invalid' ? '' : `${id} ${one.id}: ${verdict} ${message}`;
    }),
  );
  const judged = said.filter((one) => one !== undefined);
  return { objects: subjects.length, asked: judged.length, differing: judged.filter((one) => one !== '') };
}

/** Everything of an object that the rule looks at: objects that share it are the same to the rule. */
function readOf({ tree }: NamedRule['rule'], resource: Resource, view: AssemblyView): string {
  const { kind, root } = kindOf({ tree }, resource);
  const reads = readTreeOf(tree);
  const frame = frameOf(valueAtPath(resource.body, root) ?? {}, namespaceOf(resource, view));
  const text = looksThrough(reads.object) ? JSON.stringify(resource.body) : readText(reads, frame);
  return `${kind.kind} ${JSON.stringify(frame.namespace ?? null)} ${text}`;
}

/** Whether entries of a map are looked through, of which no text is made. */
function looksThrough({ entries, keys, items }: ReadNode): boolean {
  return entries || keys.some(([, below]) => looksThrough(below)) || (items !== undefined && looksThrough(items));
}

interface KindAndRoot {
  readonly kind: TargetKind;
  readonly root: readonly string[];
}

function kindOf({ tree }: Pick<NamedRule['rule'], 'tree'>, resource: Resource): KindAndRoot {
  for (const { kinds, root = [] } of tree.on.shapes) {
    const kind = kinds.find((one) => one.kind === resource.kind);
    if (kind !== undefined) return { kind, root };
  }
  throw new Error(`${resource.id} is of no kind of its rule`);
}

function sent(
  resource: Resource,
  view: AssemblyView,
): { readonly body: JsonObject; readonly namespace: JsonObject | undefined } {
  const { namespace: _, ...metadata } = objectAt(resource.body, 'metadata') ?? {};
  return { body: { ...resource.body, metadata }, namespace: namespaceOf(resource, view) };
}

function namespaceOf({ cluster = '', namespace }: Resource, { resources }: AssemblyView): JsonObject | undefined {
  if (namespace === undefined) return undefined;
  const found = resources.tryFind(resourceId(cluster, { kind: 'Namespace', name: namespace }));
  return { 'kubernetes.io/metadata.name': namespace, ...objectAt(found?.body, 'metadata', 'labels') };
}
