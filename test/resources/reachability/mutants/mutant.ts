import type { JsonObject, Resource } from '../../../../resources/resource';
import type { Path } from './json-edit';

/** Ways to change one object in one place, by what is done, in the order in which they are told. */
export const mutantKinds = {
  'policy-out': 'policy taken out',
  'rule-out': 'rule taken out',
  'rule-added': 'rule added: from everybody on 22, to everybody',
  'peer-out': 'peer taken out',
  'peer-added': 'peer added: a pod of another namespace',
  'ports-out': 'all ports of a rule taken out',
  'port-out': 'one port of several taken out',
  'port-number': 'another port number',
  'port-protocol': 'another protocol',
  'port-range': 'a port made a range',
  'label-out': 'one condition of a selector taken out',
  'label-value': 'another value in a selector',
  'selector-emptied': 'selector emptied',
  'subject-narrowed': 'subject narrowed by a label',
  'block-wider': 'block one bit wider',
  'block-narrower': 'block one bit narrower',
  'except-out': 'exception of a block taken out',
  'type-out': 'one of two policy types taken out',
  'entity-exchanged': 'entity exchanged',
  'name-exchanged': 'host name exchanged',
  'deny-out': 'deny rule taken out',
  'default-deny-out': 'enableDefaultDeny taken out',
  'namespace-label-out': 'label of a namespace taken out',
  'namespace-label-value': 'another value of a label of a namespace',
} as const satisfies Readonly<Record<string, string>>;

/** A way to change an object. */
export type MutantKind = keyof typeof mutantKinds;

/** One object changed in one place. */
export interface Mutant {
  readonly kind: MutantKind;
  /** The object as it was. */
  readonly resource: Resource;
  /** The object after the change; undefined where it is taken out. */
  readonly body: JsonObject | undefined;
  /** What is changed: a place and what stands there now, such as `spec.ingress[0].from[1] → nothing`. */
  readonly where: string;
}

/** A change before it is told of which object it is. */
export type Change = Omit<Mutant, 'resource'>;

/** Other values of a label that objects of the cluster carry, by its key. */
export type KnownValues = ReadonlyMap<string, readonly string[]>;

/** Says what a change is. */
export type ChangeMaker = (kind: MutantKind, path: Path, by: JsonObject | undefined) => Change;
