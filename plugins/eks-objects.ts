import { isObject, objectAt, textAt, unresolved } from '../resources/json-path';
import type { ReadObject } from '../resources/read/dialect';
import { readForeignKubernetes } from '../resources/read/kubernetes';
import type { JsonObject, JsonValue } from '../resources/resource';

/** The resource by which `aws-eks` brings Kubernetes objects to a cluster. */
const EKS_MANIFEST = 'Custom::AWSCDK-EKS-KubernetesResource';

/** Stands in a text for a part that CloudFormation alone can tell. */
const UNTOLD = 'cloudformation-tells';

/** The Kubernetes objects of one resource of a template, or why they can't be read. */
export interface EksObjects {
  readonly logicalId: string;
  readonly objects: readonly ReadObject[];
  readonly trouble: string | undefined;
}

/** Every Kubernetes object that a CloudFormation template brings to EKS clusters. */
export function eksObjects(template: JsonObject): readonly EksObjects[] {
  return Object.entries(objectAt(template, 'Resources') ?? {})
    .filter(([, resource]) => textAt(resource, 'Type') === EKS_MANIFEST)
    .map(([logicalId, resource]) => {
      const text = manifestText(objectAt(resource, 'Properties')?.['Manifest']);
      // The property holds a list of objects.
      const { objects, troubles } = readForeignKubernetes(`{"apiVersion":"v1","kind":"List","items":${text}}`);
      const told = objects.map((one) => ({ ...one, body: withoutUntold(one.body) as JsonObject }));
      return { logicalId, objects: told, trouble: troubles[0]?.detail };
    });
}

/** A text with a part that nobody can tell is none that a rule may judge. */
function withoutUntold(value: JsonValue): JsonValue {
  if (typeof value === 'string')
    return value.includes(UNTOLD) ? unresolved('what CloudFormation alone can tell') : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((one) => withoutUntold(one));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutUntold(one)]));
}

/** A text that a template joins from parts. */
function manifestText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  const joined = isObject(value) ? value['Fn::Join'] : undefined;
  const [, parts] = Array.isArray(joined) ? (joined as readonly JsonValue[]) : [];
  if (!Array.isArray(parts)) return UNTOLD;
  return (parts as readonly JsonValue[]).map((one) => (typeof one === 'string' ? one : UNTOLD)).join('');
}
