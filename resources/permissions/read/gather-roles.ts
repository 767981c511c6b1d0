import { isObject, listAt, objectAt, textMapAt, valueAt } from '../../json-path';
import { selects } from '../../label-selector';
import type { JsonObject, Resource } from '../../resource';
import { ownRules, type AccessRule } from './access-rule';
import { defaultRoles, type DefaultRole } from './default-roles';
import type { PermissionTrouble } from './trouble';

/** What a role gives; roles that say the same share one, however many there are. */
export interface RoleShape {
  /** Tells shapes apart: their rules as text. */
  readonly key: string;
  readonly rules: readonly AccessRule[];
}

/** A role with what it gives in the end. */
export interface GatheredRole {
  /** @default - Kubernetes makes it for itself */
  readonly resource?: Resource | undefined;
  /** In their own order, each with its own place. */
  readonly rules: readonly AccessRule[];
  /** The same, shared with roles that give as much. */
  readonly shape: RoleShape;
}

/** Every role of a cluster, by `<kind>/<namespace or ->/<name>`. */
export interface GatheredRoles {
  readonly byName: ReadonlyMap<string, GatheredRole>;
  readonly troubles: readonly PermissionTrouble[];
}

/** Where a role is found that a binding names. */
export function roleKey(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${kind === 'Role' ? (namespace ?? '') : '-'}/${name}`;
}

/** Reads roles, gives aggregated ones the rules of all that they gather, at any depth, and adds those of Kubernetes itself. */
export function gatherRoles(roles: readonly Resource[]): GatheredRoles {
  const gathering = new Gathering(roles.filter(({ kind }) => kind === 'ClusterRole'));
  const found = new Map<string, GatheredRole>();
  for (const { name, resource } of gathering.clusterRoles.values()) {
    const rules = gathering.rulesOf(name);
    found.set(roleKey('ClusterRole', undefined, name), { resource, rules, shape: gathering.shapeOf(rules) });
  }
  for (const resource of roles.filter(({ kind }) => kind === 'Role')) {
    const { namespace, name } = resource;
    const rules = ownRules(resource);
    found.set(roleKey('Role', namespace, name), { resource, rules, shape: gathering.shapeOf(rules) });
  }
  return { byName: found, troubles: [...gathering.troubles, ...roles.flatMap(unclearRules)] };
}

interface ClusterRole {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly rules: readonly AccessRule[];
  /** Undefined where it gathers nothing by definition. */
  readonly selectors: readonly JsonObject[] | undefined;
  readonly resource: Resource | undefined;
}

class Gathering {
  public readonly clusterRoles: ReadonlyMap<string, ClusterRole>;
  public readonly troubles: PermissionTrouble[] = [];
  private readonly shapes = new Map<string, RoleShape>();
  private readonly gathered = new Map<string, readonly string[]>();

  public constructor(roles: readonly Resource[]) {
    const known = [...defaultRoles.map(ofKubernetes), ...roles.map(ofResource)];
    this.clusterRoles = new Map(known.map((one) => [one.name, one]));
  }

  /**
   * What a role gathers is written over its own rules by a controller (ClusterRole `aggregationRule`), by an apply that
   * leaves them where it has nothing to write. Where roles gather each other, what either ever had goes round among them.
   */
  public rulesOf(name: string): readonly AccessRule[] {
    return [...this.gatheredFrom(name)].flatMap((one) => {
      const role = this.clusterRoles.get(one);
      return role?.selectors === undefined || this.keepsOwn(one) ? (role?.rules ?? []) : [];
    });
  }

  private keepsOwn(name: string): boolean {
    const others = [...this.gatheredFrom(name)].filter((one) => one !== name);
    return this.isCircular(name) || others.every((one) => (this.clusterRoles.get(one)?.rules.length ?? 0) === 0);
  }

  /** A role with all that it gathers, at any depth. */
  private gatheredFrom(name: string): ReadonlySet<string> {
    const seen = new Set([name]);
    for (const one of seen) for (const other of this.gatheredBy(one)) seen.add(other);
    return seen;
  }

  private isCircular(name: string): boolean {
    const others = this.gatheredBy(name).filter((one) => one !== name);
    return others.some((one) => this.gatheredFrom(one).has(name));
  }

  public shapeOf(rules: readonly AccessRule[]): RoleShape {
    const texts = rules.map(({ where: _, unclear: __, ...said }) => JSON.stringify(said)).toSorted();
    const key = texts.join('\n');
    const shape = this.shapes.get(key) ?? { key, rules };
    this.shapes.set(key, shape);
    return shape;
  }

  private gatheredBy(name: string): readonly string[] {
    const known = this.gathered.get(name) ?? this.findGathered(name);
    this.gathered.set(name, known);
    return known;
  }

  private findGathered(name: string): readonly string[] {
    const { selectors = [], resource } = this.clusterRoles.get(name) ?? {};
    const found: string[] = [];
    for (const other of selectors.length === 0 ? [] : this.clusterRoles.values()) {
      const answers = selectors.map((selector) => selects(selector, other.labels));
      if (answers.includes('yes') || answers.includes('unknown')) found.push(other.name);
      if (!answers.includes('yes') && answers.includes('unknown') && resource !== undefined)
        this.troubles.push({ kind: 'unclear-rule', resource, where: 'aggregationRule', got: other.name });
    }
    return found;
  }
}

function ofKubernetes({ name, labels, gathers, rules }: DefaultRole): ClusterRole {
  const selectors = gathers === undefined ? undefined : [{ matchLabels: { [gathers]: 'true' } }];
  return { name, labels, rules, selectors, resource: undefined };
}

function ofResource(resource: Resource): ClusterRole {
  const { name, body } = resource;
  const isAggregated = objectAt(body, 'aggregationRule') !== undefined;
  const selectors = listAt(body, 'aggregationRule', 'clusterRoleSelectors').filter((one) => isObject(one));
  return {
    name,
    labels: textMapAt(body, 'metadata', 'labels'),
    rules: ownRules(resource),
    selectors: isAggregated ? selectors : undefined,
    resource,
  };
}

function unclearRules(resource: Resource): readonly PermissionTrouble[] {
  const rules = valueAt(resource.body, 'rules');
  const isList = rules === undefined || rules === null || Array.isArray(rules);
  if (!isList) return [{ kind: 'unclear-rule', resource, where: 'rules', got: 'no list' }];
  return ownRules(resource)
    .filter(({ unclear }) => unclear)
    .map(({ where }) => ({ kind: 'unclear-rule', resource, where, got: 'a rule that only Terraform can tell' }));
}
