import { Agent } from 'node:https';
import { emitPolicies, type NamedRule } from '../../../policies/engine/cel/emit-policies';
import { apiVersionOf, type TargetKind } from '../../../policies/engine/language/target';
import type { JsonObject } from '../../../resources/resource';
import { callAs, type KubeAnswer } from '../../support/sandbox/kubeconfig-client';

/** What a real API server says of an object. */
export type ServerVerdict =
  | { readonly kind: 'admitted' }
  /** One of our policies refused; `message` is the server's. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The server refused before it asked a policy: no such object can exist. */
  | { readonly kind: 'invalid'; readonly message: string };

type Call = ReturnType<typeof callAs>;

const GROUP = '/apis/admissionregistration.k8s.io/v1';
const KEY = 'ndc.test/rule';

/** A real API server that judges each object by the one rule that the object names in a label. */
export class AdmissionServer {
  private readonly call: Call;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 24 });
  private readonly namespaces = new Map<string, Promise<string>>();

  public constructor(kubeconfig: string, context: string) {
    this.call = callAs(kubeconfig, context, this.agent);
  }

  /** Ends all connections. */
  public close(): void {
    this.agent.destroy();
  }

  /** Writes each rule as policies of its own; those of one rule are asked about the objects with its label alone. */
  public async install(rules: readonly NamedRule[]): Promise<void> {
    const made = rules.flatMap((rule) => emitPolicies([rule]).map((policy) => ({ key: keyOf(rule.id), policy })));
    for (const { key, policy } of made) {
      const name = `${key}-${policy.name}`;
      const resourceRules = policy.shape.kinds.map((kind) => ({
        apiGroups: [kind.group],
        apiVersions: [kind.version],
        operations: ['CREATE', 'UPDATE'],
        resources: [kind.resource],
      }));
      const validations = policy.validations.map(({ expression, rule }) => ({ expression, message: rule }));
      await this.create(`${GROUP}/validatingadmissionpolicies`, {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicy',
        metadata: { name },
        spec: { failurePolicy: 'Fail', matchConstraints: { resourceRules }, validations },
      });
      await this.create(`${GROUP}/validatingadmissionpolicybindings`, {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicyBinding',
        metadata: { name },
        spec: {
          policyName: name,
          validationActions: ['Deny'],
          matchResources: { objectSelector: { matchLabels: { [KEY]: key } } },
        },
      });
    }
  }

  /** What the server itself finds wrong with the types of our expressions, by policy; waits until it looked at each. */
  public async typeWarnings(): Promise<readonly string[]> {
    for (;;) {
      const { body } = await this.call(`${GROUP}/validatingadmissionpolicies`);
      const items = body['items'] as readonly PolicyItem[];
      const open = items.filter(({ status, metadata }) => status?.observedGeneration !== metadata.generation);
      if (open.length === 0) {
        return items.flatMap(({ metadata, status }) =>
          (status?.typeChecking?.expressionWarnings ?? []).map(
            (one) => `${metadata.name} ${one.fieldRef}: ${one.warning}`,
          ),
        );
      }
      await new Promise((resolve) => void setTimeout(resolve, 200));
    }
  }

  /** What the server would say if the object were made; nothing is kept. */
  public async judge(rule: string, kind: TargetKind, { body, namespace }: JudgedObject): Promise<ServerVerdict> {
    const metadata = body['metadata'] as JsonObject;
    const labels = { ...(metadata['labels'] as JsonObject | undefined), [KEY]: keyOf(rule) };
    const place = namespace === undefined ? undefined : await this.namespace(namespace);
    const object = { ...body, metadata: { ...metadata, labels, ...(place === undefined ? {} : { namespace: place }) } };
    const base = kind.group === '' ? `/api/${kind.version}` : `/apis/${apiVersionOf(kind)}`;
    const path = `${base}${place === undefined ? '' : `/namespaces/${place}`}/${kind.resource}?dryRun=All`;
    return verdictOf(await this.call(path, { method: 'POST', body: object }));
  }

  private namespace(labels: JsonObject): Promise<string> {
    const key = JSON.stringify(labels);
    const known = this.namespaces.get(key);
    if (known !== undefined) return known;
    const name = `example-${this.namespaces.size}`;
    const made = this.makeNamespace(name, labels);
    this.namespaces.set(key, made);
    return made;
  }

  private async makeNamespace(name: string, { 'kubernetes.io/metadata.name': _, ...own }: JsonObject): Promise<string> {
    const texts = Object.entries(own).filter(([, value]) => typeof value === 'string');
    const labels = { ...Object.fromEntries(texts), 'pod-security.kubernetes.io/enforce': 'privileged' };
    await this.create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
    await this.create(`/api/v1/namespaces/${name}/serviceaccounts`, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'web' },
    });
    return name;
  }

  private async create(path: string, body: object): Promise<void> {
    const answer = await this.call(path, { method: 'POST', body });
    if (answer.status !== CREATED) throw new Error(`${path}: ${String(answer.body['message'])}`);
  }
}

const CREATED = 201;

/** An object as it is sent, and the labels of its namespace. */
export interface JudgedObject {
  readonly body: JsonObject;
  /** Undefined for objects in no namespace. */
  readonly namespace: JsonObject | undefined;
}

interface PolicyItem {
  readonly metadata: { readonly name: string; readonly generation: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly typeChecking?: {
      readonly expressionWarnings?: readonly { readonly fieldRef: string; readonly warning: string }[];
    };
  };
}

function keyOf(rule: string): string {
  return rule.replaceAll('/', '.');
}

function verdictOf({ status, body }: KubeAnswer): ServerVerdict {
  const message = String(body['message']);
  if (status === CREATED) return { kind: 'admitted' };
  return { kind: message.includes('ValidatingAdmissionPolicy') ? 'refused' : 'invalid', message };
}
