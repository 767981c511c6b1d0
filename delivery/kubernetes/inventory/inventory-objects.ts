import { canonicalJson } from '../../../model/canonical-json';
import { labelPrefix, labels, MANAGED_BY } from '../../../model/naming';
import type { JsonObject } from '../../../resources/resource';
import type { ObjectRef } from '../client/kinds/api-kind';
import type { Chunk } from './chunks';
import type { InventoryKey } from './inventory';
import type { InventoryHead } from './inventory-shape';

/** The namespace of what the product keeps about itself in a cluster. */
export const SYSTEM_NAMESPACE = 'ndc-system';

/** Label of the config maps of an inventory; its value is the wave. */
export const INVENTORY_LABEL = `${labelPrefix}/inventory`;

/** Key of the only text in the config map of a head. */
export const HEAD_KEY = 'head';

/** Key of the only text in the config map of a chunk. */
export const CHUNK_KEY = 'entries';

/** An object of ours, and what names it. */
export interface OwnObject {
  readonly ref: ObjectRef;
  readonly body: JsonObject;
}

/** The namespace, held to the strictest Pod Security: nothing runs in it. */
export function systemNamespace(): OwnObject {
  const ref = { apiVersion: 'v1', kind: 'Namespace', name: SYSTEM_NAMESPACE };
  const body = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: SYSTEM_NAMESPACE,
      labels: {
        [labels.managedBy]: MANAGED_BY,
        [labels.service]: 'delivery',
        'pod-security.kubernetes.io/enforce': 'restricted',
        // Stable since then; where nothing runs, it need not follow the cluster.
        'pod-security.kubernetes.io/enforce-version': 'v1.25',
      },
    },
  };
  return { ref, body };
}

/** The config map of the head; its resourceVersion, where given, is the one that it replaces. */
export function headObject(key: InventoryKey, head: InventoryHead, resourceVersion?: string): OwnObject {
  return configMap(headName(key), key, { text: { [HEAD_KEY]: canonicalJson(head) }, resourceVersion });
}

/** The config map of a chunk; named by its content, it never changes. */
export function chunkObject(key: InventoryKey, { digest, text }: Chunk): OwnObject {
  return configMap(chunkName(key, digest), key, { text: { [CHUNK_KEY]: text }, immutable: true });
}

/** Reference to the head of an inventory. */
export function headRef(key: InventoryKey): ObjectRef & { readonly namespace: string } {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace: SYSTEM_NAMESPACE, name: headName(key) };
}

/** Name of the config map of a chunk. */
export function chunkName({ wave }: InventoryKey, digest: string): string {
  const DIGITS = 24;
  return `inventory-${wave}-${digest.slice('sha256:'.length, 'sha256:'.length + DIGITS)}`;
}

function headName({ wave }: InventoryKey): string {
  return `inventory-${wave}`;
}

interface Content {
  readonly text: Readonly<Record<string, string>>;
  readonly immutable?: boolean;
  readonly resourceVersion?: string | undefined;
}

function configMap(name: string, { wave }: InventoryKey, { text, immutable, resourceVersion }: Content): OwnObject {
  const ref = { apiVersion: 'v1', kind: 'ConfigMap', namespace: SYSTEM_NAMESPACE, name };
  const body = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: SYSTEM_NAMESPACE,
      labels: { [labels.managedBy]: MANAGED_BY, [INVENTORY_LABEL]: wave },
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    data: text,
    ...(immutable === undefined ? {} : { immutable }),
  };
  return { ref, body };
}
