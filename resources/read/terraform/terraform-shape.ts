/**
 * How a block of the hashicorp/kubernetes provider maps to the Kubernetes field of its kind: `one` object, a
 * list of `many`, a `map` whose keys are data, a `list` of values, or a plain value.
 */
export type Shape =
  | { readonly as: 'one' | 'many'; readonly fields: Fields; readonly rename?: string }
  | { readonly as: 'map'; readonly rename?: string }
  /** A map of quantities, texts in the API whatever Terraform writes. */
  | { readonly as: 'text-map'; readonly rename?: string }
  /** A map of plain texts that the API has in base64. */
  | { readonly as: 'base64-map'; readonly rename?: string }
  | { readonly as: 'list'; readonly rename?: string }
  | { readonly as: 'value'; readonly rename?: string }
  /** A port or another number that Terraform may write as text. */
  | { readonly as: 'number'; readonly rename?: string };

/** The fields of a block by their Terraform names; those not named are values whose name becomes camel case. */
export type Fields = Readonly<Record<string, Shape>>;

/** One Terraform type and the Kubernetes kind it writes. */
export interface TerraformType {
  readonly apiVersion: string;
  readonly kind: string;
  readonly fields: Fields;
}

/** A map whose keys are data. */
export const map: Shape = { as: 'map' };

/** A map of quantities. */
export const textMap: Shape = { as: 'text-map' };

/** A number that Terraform may write as text. */
export function number(rename?: string): Shape {
  return { as: 'number', ...renamed(rename) };
}

/** A plain value. */
export function value(rename?: string): Shape {
  return { as: 'value', ...renamed(rename) };
}

/** A list of values. */
export function list(rename?: string): Shape {
  return { as: 'list', ...renamed(rename) };
}

/** One object. */
export function one(fields: Fields, rename?: string): Shape {
  return { as: 'one', fields, ...renamed(rename) };
}

/** A list of objects. */
export function many(fields: Fields, rename?: string): Shape {
  return { as: 'many', fields, ...renamed(rename) };
}

function renamed(rename: string | undefined): { readonly rename?: string } {
  return rename === undefined ? {} : { rename };
}

/** Arguments that speak to Terraform or its provider and never reach the API server. */
export const engineArgumentNames: ReadonlySet<string> = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
  'timeouts',
  'wait_for_default_service_account',
  'wait_for_service_account_token',
]);
