import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import { own } from '../ownership';
import { guardrailNames, metadataBlocks, type GuardrailRules } from './guardrail';

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';

/** How Cilium names a label of a pod's namespace. */
const namespaceLabel = (label: string): string => `k8s:io.cilium.k8s.namespace.labels.${label}`;

/** Deny rules alone: they take away what policies allow, and neither allow nor switch on denial themselves. */
const denyOnly = { enableDefaultDeny: { ingress: false, egress: false } };

const tenants = { matchExpressions: [{ key: namespaceLabel(labels.tenant), operator: 'Exists' }] };

/**
 * The guardrails as CiliumClusterwideNetworkPolicy, for a Cilium that would ignore ClusterNetworkPolicy. They deny
 * pods; the host, the Internet and other addresses get in through no allowing rule. Up to 1.18 the selectors match
 * pods of every cluster of the mesh, which makes a denial wider, never narrower.
 */
export class CiliumGuardrails extends Construct {
  public constructor(scope: Construct, id: string, rules: GuardrailRules) {
    super(scope, id);
    const outsiders = outsidersOf(rules.platformNamespaces);

    this.#write(guardrailNames.boundary, boundarySpec(rules, outsiders));
    this.#write(guardrailNames.defaultDeny, defaultDenySpec());

    for (const { id: system, owner } of rules.guardedSystems) {
      const policy = this.#write(guardrailNames.database(system), databaseSpec(system, outsiders));
      own(policy, { tenant: owner, system, zone: 'database', origin: ['nation', 'target', 'cilium'] });
    }
  }

  #write(name: string, spec: object): ApiObject {
    return new ApiObject(this, name, {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumClusterwideNetworkPolicy',
      metadata: { name, labels: { [labels.managedBy]: MANAGED_BY } },
      spec,
    });
  }
}

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/**
 * Pods outside the platform. `Exists` is needed: Cilium adds it only to selectors that don't name the namespace, and
 * `NotIn` alone would match hosts and addresses too, as they have no namespace.
 */
function outsidersOf(platformNamespaces: readonly string[]): readonly Expression[] {
  return [
    { key: NAMESPACE, operator: 'Exists' },
    { key: NAMESPACE, operator: 'NotIn', values: [...platformNamespaces] },
  ];
}

function boundarySpec({ forbiddenBlocks }: GuardrailRules, outsiders: readonly Expression[]) {
  const nobodys = { key: namespaceLabel(labels.tenant), operator: 'DoesNotExist' };
  return {
    endpointSelector: tenants,
    ...denyOnly,
    ingressDeny: [{ fromEndpoints: [{ matchExpressions: [...outsiders, nobodys] }] }],
    egressDeny: [{ toCIDR: [...metadataBlocks, ...forbiddenBlocks] }],
  };
}

function databaseSpec(system: string, outsiders: readonly Expression[]) {
  const others = { key: namespaceLabel(labels.system), operator: 'NotIn', values: [system] };
  return {
    endpointSelector: {
      matchLabels: { [namespaceLabel(labels.system)]: system, [namespaceLabel(labels.zone)]: 'database' },
    },
    ...denyOnly,
    ingressDeny: [{ fromEndpoints: [{ matchExpressions: [...outsiders, others] }] }],
  };
}

/** An empty rule allows nothing in Cilium's own policies; in a Kubernetes NetworkPolicy it would allow everything. */
function defaultDenySpec() {
  return { endpointSelector: tenants, enableDefaultDeny: { ingress: true, egress: true }, ingress: [{}], egress: [{}] };
}
