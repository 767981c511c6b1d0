import { memberOf, scalarText, type LocatedMap, type LocatedScalar, type LocatedValue } from './located-value';
import {
  isSecretField,
  isSecretVariable,
  kubernetesSecretFields,
  LAST_APPLIED,
  REDACTED,
  terraformMasks,
} from './secret-fields';

/** A scalar that is a secret by where it stands. */
export interface SecretScalar {
  readonly scalar: LocatedScalar;
  /** What tells so, for people. */
  readonly what: string;
  /** The names and indexes that lead to it, joined by `/`. */
  readonly place: string;
}

/** Every scalar that is a secret by the schemas of Kubernetes and Terraform, or by the name of its field; each once, in order. */
export function secretScalars(root: LocatedValue): readonly SecretScalar[] {
  const search = new SecretSearch();
  search.look(root, '');
  return [...search.found.values()].toSorted((a, b) => a.scalar.start - b.scalar.start);
}

/** Looks through values, each once, however often YAML says it again. */
class SecretSearch {
  public readonly found = new Map<number, SecretScalar>();
  readonly #seen = new Set<LocatedValue>();

  public look(value: LocatedValue, place: string): void {
    if (value.type === 'scalar' || this.#seen.has(value)) return;
    this.#seen.add(value);
    if (value.type === 'list') {
      for (const [index, one] of value.values.entries()) this.look(one, `${place}/${index}`);
      return;
    }
    this.kubernetes(value, place);
    this.terraform(value, place);
    for (const { name, value: member } of value.members) {
      if (isSecretField(name)) this.take(member, `the field ${name}`, `${place}/${name}`);
      this.look(member, `${place}/${name}`);
    }
    if (isSecretVariable(scalarText(memberOf(value, 'name'))))
      this.each(value, 'value', (member) => this.take(member, 'a variable of this name', `${place}/value`));
  }

  private kubernetes(map: LocatedMap, place: string): void {
    if (scalarText(memberOf(map, 'kind')) !== 'Secret') return;
    for (const name of kubernetesSecretFields)
      this.each(map, name, (member) => this.takeAll(member, 'a value of a Secret', `${place}/${name}`));
    const annotations = memberOf(memberOf(map, 'metadata'), 'annotations');
    if (annotations?.type === 'map')
      this.each(annotations, LAST_APPLIED, (member) =>
        this.take(member, 'a Secret as it was applied', `${place}/metadata/annotations/${LAST_APPLIED}`),
      );
  }

  private terraform(map: LocatedMap, place: string): void {
    for (const { values, mask } of terraformMasks) {
      const marks = memberOf(map, mask);
      if (marks !== undefined) this.each(map, values, (member) => this.masked(member, marks, `${place}/${values}`));
    }
    if (scalarText(memberOf(map, 'sensitive')) === 'true')
      this.each(map, 'value', (member) => this.takeAll(member, 'a sensitive output of Terraform', `${place}/value`));
    const variables = memberOf(map, 'variables');
    const stated = memberOf(memberOf(memberOf(map, 'configuration'), 'root_module'), 'variables');
    if (variables?.type !== 'map' || stated === undefined) return;
    for (const { name, value } of variables.members)
      if (scalarText(memberOf(memberOf(stated, name), 'sensitive')) === 'true')
        this.takeAll(value, 'a sensitive variable of Terraform', `${place}/variables/${name}`);
  }

  /** Takes what a mask of Terraform marks: `true` marks all of a value, a map or list marks its members. */
  private masked(value: LocatedValue, mask: LocatedValue, place: string): void {
    if (scalarText(mask) === 'true') this.takeAll(value, 'a sensitive value of Terraform', place);
    if (mask.type === 'map' && value.type === 'map')
      for (const { name, value: marks } of mask.members)
        this.each(value, name, (member) => this.masked(member, marks, `${place}/${name}`));
    if (mask.type === 'list' && value.type === 'list')
      for (const [index, one] of value.values.entries()) {
        const marks = mask.values[index];
        if (marks !== undefined) this.masked(one, marks, `${place}/${index}`);
      }
  }

  /** Every member of this name, since a name may be there twice. */
  private each(map: LocatedMap, name: string, visit: (value: LocatedValue) => void): void {
    for (const member of map.members) if (member.name === name) visit(member.value);
  }

  private takeAll(value: LocatedValue, what: string, place: string, seen = new Set<LocatedValue>()): void {
    if (seen.has(value)) return;
    seen.add(value);
    this.take(value, what, place);
    const inner = value.type === 'map' ? value.members.map((one) => [one.name, one.value] as const) : [];
    const listed = value.type === 'list' ? value.values.entries() : [];
    for (const [name, one] of [...inner, ...listed]) this.takeAll(one, what, `${place}/${name}`, seen);
  }

  /** Takes a scalar, or those that a list holds. */
  private take(value: LocatedValue, what: string, place: string): void {
    if (value.type === 'list')
      for (const [index, one] of value.values.entries()) this.takeScalar(one, what, `${place}/${index}`);
    this.takeScalar(value, what, place);
  }

  private takeScalar(value: LocatedValue, what: string, place: string): void {
    if (value.type !== 'scalar' || !value.isTelling || value.text.trim() === '' || value.text.trim() === REDACTED)
      return;
    if (!this.found.has(value.start)) this.found.set(value.start, { scalar: value, what, place });
  }
}
