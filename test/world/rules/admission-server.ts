import { Agent } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { AdmissionPolicy } from '../../../constructs/cluster/admission/admission-policy';
import { AdmissionWaivers } from '../../../constructs/cluster/admission/admission-waivers';
import type { PolicyException } from '../../../model/model';
import { admissionWaivers } from '../../../model/naming';
import type { NamedRule } from '../../../policies/engine/cel/emit-policies';
import { exampleNamespace, exampleValue, objectOfKind } from '../../../policies/engine/examples/example-object';
import { apiVersionOf, type TargetKind } from '../../../policies/engine/language/target';
import type { JsonObject } from '../../../resources/resource';
import { admissionRules } from '../../../scripts/rules/rule-pack-text';
import { renderConstruct, type RenderedObject } from '../../support/render-construct';
import { callAs, type KubeAnswer } from '../../support/sandbox/kubeconfig-client';

/** What a real API server says of an object. */
export type ServerVerdict =
  | { readonly kind: 'admitted' }
  /** One of our policies refused; `message` is the server's. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The server refused before it asked a policy: no such object can exist. */
  | { readonly kind: 'invalid'; readonly message: string };

/** The name by which waivers call this server. */
export const SERVER = 'server';

const PLURALS: Readonly<Record<string, string>> = {
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: 'validatingadmissionpolicybindings',
};

/**
 * A binding narrowed to the objects with the label of a rule, and a policy that is asked of everybody: the account of
 * these tests is the one that repairs clusters, which some rules let pass.
 */
function labelled(object: RenderedObject, key: string): object {
  const spec = object['spec'] as JsonObject;
  if (object.kind !== 'ValidatingAdmissionPolicyBinding') {
    const conditions = (spec['matchConditions'] ?? []) as readonly { readonly name: string }[];
    return { ...object, spec: { ...spec, matchConditions: conditions.filter(({ name }) => name !== EXEMPT) } };
  }
  const objectSelector = { matchLabels: { [KEY]: key } };
  return {
    ...object,
    spec: { ...spec, matchResources: { ...(spec['matchResources'] as JsonObject), objectSelector } },
  };
}

const EXEMPT = 'is-not-of-kubernetes-itself';

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

  /**
   * Writes each rule as the policies of the product, under names of its own; those of one rule are asked about the
   * objects with its label alone. There is no waiver at first.
   */
  public async install(rules: readonly NamedRule[]): Promise<void> {
    await this.makeNamespace(admissionWaivers.namespace, {});
    await this.writeWaivers([]);
    const objects = rules.flatMap((rule) => {
      const key = keyOf(rule.id);
      const rendered = renderConstruct((scope) => {
        for (const one of admissionRules([rule])) new AdmissionPolicy(scope, { ...one, name: `${key}-${one.name}` });
      });
      return rendered.map((object) => ({ plural: PLURALS[object.kind] ?? '', body: labelled(object, key) }));
    });
    await Promise.all(objects.map(({ plural, body }) => this.create(`${GROUP}/${plural}`, body)));
    await Promise.all(rules.map((rule) => this.untilAsked(rule)));
  }

  /** Waits until the server asks a rule: it compiles policies some time after it took them. */
  private async untilAsked({ id, rule: { tree } }: NamedRule): Promise<void> {
    const { root = [], kinds } = tree.on.shapes[0];
    const failing = Object.values(tree.examples.fails).map((one) => ({
      body: objectOfKind(exampleValue(tree.on, one), root, kinds[0]),
      namespace: exampleNamespace(tree.scope, tree.on, one),
    }));
    for (;;) {
      const said = await Promise.all(failing.map((one) => this.judge(id, kinds[0], one)));
      // What no server holds tells nothing of a rule.
      if (said.every(({ kind }) => kind !== 'admitted')) return;
      await setTimeout(200);
    }
  }

  /** Puts these waivers in the place of those that stand; `until` ends them at a moment instead of at the end of a day. */
  public async writeWaivers(
    exceptions: readonly PolicyException[],
    { until }: { readonly until?: string } = {},
  ): Promise<void> {
    const [rendered] = renderConstruct(
      (scope) => void new AdmissionWaivers(scope, 'waivers', { cluster: { id: SERVER }, exceptions }),
    );
    const text = JSON.stringify(rendered);
    const waivers = JSON.parse(until === undefined ? text : text.replaceAll(/(T\S+ )\S+T\S+/g, `$1${until}`)) as object;
    const path = `/api/v1/namespaces/${admissionWaivers.namespace}/configmaps/${admissionWaivers.name}?fieldManager=test&force=true`;
    const { status, body } = await this.call(path, {
      method: 'PATCH',
      type: 'application/apply-patch+yaml',
      body: waivers,
    });
    if (status >= 300) throw new Error(String(body['message']));
  }

  /** Takes the list of waivers away, as no deploy ever does. */
  public async removeWaivers(): Promise<void> {
    const { namespace, name } = admissionWaivers;
    await this.call(`/api/v1/namespaces/${namespace}/configmaps/${name}`, { method: 'DELETE' });
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
      await setTimeout(200);
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
