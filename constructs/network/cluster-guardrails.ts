import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import { own } from '../ownership';
import { guardrailNames, metadataBlocks, type GuardrailRules } from './guardrail';

/** Most CIDRs of one peer, peers of one rule, and rules of one direction (CRD of network-policy-api v0.2.0). */
const LIST_MAX = 25;

/** Order of the Admin tier: databases first, so that what passes there skips the general boundary. */
const priorities = { database: 10, boundary: 20, defaultDeny: 100 } as const;

const everyNamespace = { namespaces: {} };

const tenants = { namespaces: { matchExpressions: [{ key: labels.tenant, operator: 'Exists' }] } };

const nobodys = { namespaces: { matchExpressions: [{ key: labels.tenant, operator: 'DoesNotExist' }] } };

/**
 * The guardrails as ClusterNetworkPolicy of policy.networking.k8s.io/v1alpha2. `Pass` leaves a conversation to the
 * tenants' network policies, so a guardrail opens nothing. Policies of equal priority never have a pod in common:
 * those of databases select one system each.
 */
export class ClusterGuardrails extends Construct {
  public constructor(scope: Construct, id: string, rules: GuardrailRules) {
    super(scope, id);
    const platform = platformPeer(rules.platformNamespaces);

    this.#write(guardrailNames.boundary, boundarySpec(rules, platform));
    this.#write(guardrailNames.defaultDeny, defaultDenySpec());

    for (const { id: system, owner } of rules.guardedSystems) {
      const policy = this.#write(guardrailNames.database(system), databaseSpec(system, platform));
      own(policy, { tenant: owner, system, zone: 'database', origin: ['nation', 'target', 'cilium'] });
    }
  }

  #write(name: string, spec: object): ApiObject {
    return new ApiObject(this, name, {
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      metadata: { name, labels: { [labels.managedBy]: MANAGED_BY } },
      spec,
    });
  }
}

function platformPeer(names: readonly string[]) {
  return {
    namespaces: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...names] }] },
  };
}

function boundarySpec({ forbiddenBlocks }: GuardrailRules, platform: object) {
  return {
    tier: 'Admin',
    priority: priorities.boundary,
    subject: tenants,
    ingress: [
      { name: 'platform', action: 'Pass', from: [platform] },
      { name: 'namespaces-of-nobody', action: 'Deny', from: [nobodys] },
    ],
    egress: denials([...metadataBlocks, ...forbiddenBlocks]),
  };
}

function databaseSpec(system: string, platform: object) {
  const same = { namespaces: { matchLabels: { [labels.system]: system } } };
  return {
    tier: 'Admin',
    priority: priorities.database,
    subject: { namespaces: { matchLabels: { [labels.system]: system, [labels.zone]: 'database' } } },
    ingress: [
      { name: 'same-system-and-platform', action: 'Pass', from: [same, platform] },
      { name: 'everybody-else', action: 'Deny', from: [everyNamespace] },
    ],
  };
}

/** Only where no network policy selects a pod in a direction; `networks` alone would cover pods as well. */
function defaultDenySpec() {
  return {
    tier: 'Baseline',
    priority: priorities.defaultDeny,
    subject: tenants,
    ingress: [{ name: 'everybody', action: 'Deny', from: [everyNamespace] }],
    egress: [{ name: 'everybody', action: 'Deny', to: [everyNamespace, { networks: ['0.0.0.0/0', '::/0'] }] }],
  };
}

/** Splits a list of blocks over peers and rules, none beyond what the API takes; all deny, so order says nothing. */
function denials(blocks: readonly string[]) {
  const peers = chunk(blocks, LIST_MAX).map((networks) => ({ networks }));
  const rules = chunk(peers, LIST_MAX).map((to, index) => ({ name: `forbidden-blocks-${index}`, action: 'Deny', to }));
  if (rules.length > LIST_MAX) throw new RangeError(`${blocks.length} blocks do not fit into one ClusterNetworkPolicy`);
  return rules;
}

function chunk<T>(list: readonly T[], size: number): readonly T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
