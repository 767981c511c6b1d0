import { isAssumed, type DerivableInput } from '../../build/add-stand-ins';
import { complain, type Report } from '../../build/build-input';
import { canJudge } from '../../facts/unsound-facts';
import type { Facts } from '../../facts/fact-kinds';
import type { Model } from '../../model';
import { LABEL_LENGTH_MAX } from '../../naming';

/** Checks that derived names fit Kubernetes (RFC 1123 labels) and that no two namespaces of a cluster share one. */
export function checkNames(model: Model, derived: DerivableInput, report: Report): void {
  checkNamespaces(model, derived, report);
  if (canJudge(derived.input, 'overrides')) checkOverrides(model, derived.input.facts, report);
}

function checkNamespaces(model: Model, derived: DerivableInput, report: Report): void {
  const assumed = new Set(model.systems.filter((system) => isAssumed(system, derived)).map(({ id }) => id));
  const seen = new Map<string, string>();
  const tooLong = new Set<string>();
  const files = new Map(model.systems.map((system) => [system.id, String(system.origin[0])]));
  for (const { name, cluster, system: id, origin } of model.namespaces) {
    if (assumed.has(id)) continue;
    const file = files.get(id) ?? String(origin[0]);
    if (name.length > LABEL_LENGTH_MAX && !tooLong.has(file)) {
      tooLong.add(file);
      complain(report, [file, 'shortName'], {
        code: 'namespace-name-too-long',
        what: 'a namespace made from owner, short name and zone is too long for Kubernetes',
        got: `${name} (${name.length} characters)`,
        want: `at most ${LABEL_LENGTH_MAX}`,
        next: 'choose a shorter shortName',
      });
    }
    const key = `${cluster}/${name}`;
    const other = seen.get(key);
    if (other !== undefined && other !== id) {
      complain(report, origin, {
        code: 'namespace-name-taken',
        what: `two systems would share the namespace ${name} in ${cluster}`,
        got: `${id} and ${other}`,
        want: 'different names',
        next: 'change the shortName of one of them',
      });
    }
    seen.set(key, id);
  }
}

function checkOverrides(model: Model, facts: Facts, report: Report): void {
  for (const [index, { code }] of facts.communeProfile.overrides.entries()) {
    if (model.tenants.some((tenant) => tenant.kind === 'commune' && tenant.code === code)) continue;
    complainOverride(report, ['profiles/commune', 'overrides', index, 'code'], code);
  }
  for (const [index, { code }] of facts.provinceProfile.overrides.entries()) {
    if (model.tenants.some((tenant) => tenant.kind === 'province' && tenant.code === code)) continue;
    complainOverride(report, ['profiles/province', 'overrides', index, 'code'], code);
  }
}

function complainOverride(report: Report, at: readonly (string | number)[], code: string): void {
  complain(report, at, {
    code: 'override-of-unknown-division',
    what: 'the environment includes no division with this official code',
    got: code,
    want: 'the code of an included division',
    next: 'correct the code, or include the division',
  });
}
