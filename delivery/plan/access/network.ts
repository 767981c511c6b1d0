import { printCount } from '../../../model/print-count';
import type { JsonObject } from '../../../resources/resource';
import type { BeforeAfter } from './before-after';
import { added, at, isObject, items, same, texts } from './json-parts';

const ALLOWING = ['ingress', 'egress'] as const;
const DENYING = ['ingressDeny', 'egressDeny'] as const;
const SUBJECTS = ['podSelector', 'endpointSelector', 'nodeSelector', 'subject', 'tier', 'priority'] as const;

/**
 * Network policies of every kind. Rules are compared as data: a rule that was not there may allow more, a deny rule that
 * is gone allows more, and so does a subject or an order that changed.
 */
export function widenedNetwork({ before, after }: BeforeAfter): readonly string[] {
  if (after === undefined) return ['a network policy is taken away'];
  if (before === undefined) return allowsAnything(after) ? ['a new network policy allows traffic'] : [];
  return [
    ...SUBJECTS.filter((key) => !same(at(before, 'spec', key), at(after, 'spec', key))).map(
      (key) => `its ${key} changes`,
    ),
    ...ALLOWING.filter((key) => addedRules(before, after, key) > 0).map(
      (key) => `${printCount(addedRules(before, after, key), `${key} rule is`, `${key} rules are`)} new or changed`,
    ),
    ...[...DENYING, ...ALLOWING.filter((key) => isOrdered(before, key))]
      .filter((key) => addedRules(after, before, key) > 0)
      .map(
        (key) =>
          `${printCount(addedRules(after, before, key), `${key} rule is`, `${key} rules are`)} taken away or changed`,
      ),
    ...texts(at(before, 'spec', 'policyTypes'))
      .filter((type) => !texts(at(after, 'spec', 'policyTypes')).includes(type))
      .map((type) => `${type} is no longer isolated`),
    ...(same(at(before, 'spec', 'enableDefaultDeny'), at(after, 'spec', 'enableDefaultDeny'))
      ? []
      : ['its default denial changes']),
  ];
}

function addedRules(before: JsonObject, after: JsonObject, key: string): number {
  return added(items(at(before, 'spec', key)), items(at(after, 'spec', key))).length;
}

/** Rules with an action are judged in order, so losing one can let a later one decide. */
function isOrdered(policy: JsonObject, key: string): boolean {
  return items(at(policy, 'spec', key)).some((rule) => isObject(rule) && rule['action'] !== undefined);
}

/** A policy that only isolates has no allowing rule; one with the action Deny allows nothing. */
function allowsAnything(policy: JsonObject): boolean {
  return ALLOWING.some((key) =>
    items(at(policy, 'spec', key)).some((rule) => !isObject(rule) || rule['action'] !== 'Deny'),
  );
}
