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

/** What tells that a scalar is a secret, and where it stands. */
type Told = Pick<SecretScalar, 'what' | 'place'>;

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
      if (isSecretField(name)) this.take(member, { what: `the field ${name}`, place: `${place}/${name}` });
      this.look(member, `${place}/${name}`);
    }
    if (isSecretVariable(scalarText(memberOf(value, 'name'))))
      this.each(value, 'value', (member) =>
        this.take(member, { what: 'a variable of this name', place: `${place}/value` }),
      );
  }

  private kubernetes(map: LocatedMap, place: string): void {
    if (scalarText(memberOf(map, 'kind')) !== 'Secret') return;
    for (const name of kubernetesSecretFields)
      this.each(map, name, (member) =>
        this.takeAll(member, { what: 'a value of a Secret', place: `${place}/${name}` }),
      );
    const annotations = memberOf(memberOf(map, 'metadata'), 'annotations');
    if (annotations?.type === 'map')
      this.each(annotations, LAST_APPLIED, (member) =>
        this.take(member, {
          what: 'a Secret as it was applied',
          place: `${place}/metadata/annotations/${LAST_APPLIED}`,
        }),
      );
  }

  private terraform(map: LocatedMap, place: string): void {
    for (const { values, mask } of terraformMasks) {
      const marks = memberOf(map, mask);
      if (marks !== undefined) this.each(map, values, (member) => this.masked(member, marks, `${place}/${values}`));
    }
    if (scalarText(memberOf(map, 'sensitive')) === 'true')
      this.each(map, 'value', (member) =>
        this.takeAll(member, { what: 'a sensitive output of Terraform', place: `${place}/value` }),
      );
    const variables = memberOf(map, 'variables');
    const stated = memberOf(memberOf(memberOf(map, 'configuration'), 'root_module'), 'variables');
    if (variables?.type !== 'map' || stated === undefined) return;
    for (const { name, value } of variables.members)
      if (scalarText(memberOf(memberOf(stated, name), 'sensitive')) === 'true')
        this.takeAll(value, { what: 'a sensitive variable of Terraform', place: `${place}/variables/${name}` });
  }

  /** Takes what a mask of Terraform marks: `true` marks all of a value, a map or list marks its members. */
  private masked(value: LocatedValue, mask: LocatedValue, place: string): void {
    if (scalarText(mask) === 'true') this.takeAll(value, { what: 'a sensitive value of Terraform', place });
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

  /** Takes every scalar of a value. */
  private takeAll(value: LocatedValue, told: Told, seen = new Set<LocatedValue>()): void {
    if (seen.has(value)) return;
    seen.add(value);
    this.take(value, told);
    const named = value.type === 'map' ? value.members.map((one) => [one.name, one.value] as const) : [];
    const listed = value.type === 'list' ? value.values.entries() : [];
    for (const [name, one] of [...named, ...listed])
      this.takeAll(one, { ...told, place: `${told.place}/${name}` }, seen);
  }

  /** Takes a scalar, or those that a list holds. */
  private take(value: LocatedValue, told: Told): void {
    if (value.type === 'map') return;
    if (value.type === 'scalar') return this.takeScalar(value, told);
    for (const [index, one] of value.values.entries())
      if (one.type === 'scalar') this.takeScalar(one, { ...told, place: `${told.place}/${index}` });
  }

  private takeScalar(scalar: LocatedScalar, told: Told): void {
    const isHidden = scalar.text.trim() === '' || scalar.text.trim() === REDACTED;
    if (scalar.isTelling && !isHidden && !this.found.has(scalar.start))
      this.found.set(scalar.start, { scalar, ...told });
  }
}
