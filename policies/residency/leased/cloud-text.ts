import { listAt, objectAt, textsAt } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';

/**
 * The text of a value of a CloudFormation template as far as the template tells it: what another resource of the
 * template gives stands as `<logical id.attribute>`. Undefined where a parameter or another function decides.
 */
export function cloudText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  const object = objectAt(value);
  if (object === undefined || Object.keys(object).length !== 1) return undefined;
  if (typeof object['Ref'] === 'string') return `<${object['Ref']}>`;
  const attribute = textsAt(object, 'Fn::GetAtt');
  if (attribute.length === 2) return `<${attribute.join('.')}>`;
  const [separator, parts] = listAt(object, 'Fn::Join');
  if (typeof separator !== 'string' || !Array.isArray(parts)) return undefined;
  const texts = (parts as readonly JsonValue[]).map((part) => cloudText(part));
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

/** The logical id of the resource of the template that a value comes from; undefined when it comes from none. */
export function logicalIdOf(value: JsonValue | undefined): string | undefined {
  return /^<([A-Za-z0-9]+)(?:\.[A-Za-z0-9.]+)?>$/.exec(cloudText(value) ?? '')?.[1];
}
