import type { IntentId } from '../intents';
import type { Json } from './draft';
import type { EstateObject } from './estate';
import { Random } from './random';

/** A plan with the truth that it leaves open. */
export interface PlanOfEstate {
  readonly text: string;
  /** For each object, the intents of which nobody can tell before it is applied. */
  readonly open: ReadonlyMap<string, readonly IntentId[]>;
}

type Block = { [key: string]: Json };

/** One object in thirty gets its image from something that isn't there yet, unless its images violate something. */
const UNKNOWN_SHARE = 1 / 30;
const SEED = 7;

/** The estate as Terraform shows a plan of it, written with the types of the hashicorp/kubernetes provider. */
export function planOfEstate(estate: readonly EstateObject[]): PlanOfEstate {
  const random = new Random(SEED);
  const open = new Map<string, readonly IntentId[]>();
  const changes = estate.map((object) => {
    const type = typeOf(object);
    const values = valuesOf(object.body);
    const unknown: Block = { id: true, metadata: [{ generation: true, resource_version: true, uid: true }] };
    const isKnown = object.violates.has('stated-version') || object.violates.has('digest');
    const isOpen = random.happens(UNKNOWN_SHARE) && !isKnown && hideImage(values, unknown);
    if (isOpen) open.set(object.id, ['stated-version', 'digest']);
    const name = plannedName(object.id);
    return { type, name, address: `${type}.${name}`, values, unknown };
  });
  return { text: JSON.stringify(planText(changes)), open };
}

/** Under which name an object of the estate stands in the plan. */
export function plannedName(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly values: Block;
  readonly unknown: Block;
}

const PROVIDER = 'registry.terraform.io/hashicorp/kubernetes';

function planText(planned: readonly Planned[]): object {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {
      root_module: {
        resources: planned.map(({ type, name, address, values }) => ({
          address,
          mode: 'managed',
          type,
          name,
          provider_name: PROVIDER,
          schema_version: 1,
          values,
          sensitive_values: {},
        })),
      },
    },
    resource_changes: planned.map(({ type, name, address, values, unknown }) => ({
      address,
      mode: 'managed',
      type,
      name,
      provider_name: PROVIDER,
      change: {
        actions: ['create'],
        before: null,
        after: values,
        after_unknown: unknown,
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    configuration: { provider_config: {}, root_module: {} },
    timestamp: '2026-01-01T00:00:00Z',
    errored: false,
  };
}

function typeOf({ id }: EstateObject): string {
  return `kubernetes_${snakeCase(id.slice(0, id.indexOf('/')))}_v1`;
}

function snakeCase(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** Blocks of which there are several, under the name of one. */
const SINGULAR: Readonly<Record<string, string>> = {
  containers: 'container',
  initContainers: 'init_container',
  volumes: 'volume',
  ports: 'port',
  rules: 'rule',
  subjects: 'subject',
  paths: 'path',
};

/** Values whose keys are data. */
const MAPS = new Set(['labels', 'matchLabels', 'limits', 'requests', 'data']);

function valuesOf(body: EstateObject['body']): Block {
  const { apiVersion: _version, kind, ...rest } = body;
  const waits = kind === 'Job' ? { wait_for_completion: true } : {};
  return { id: null, timeouts: null, ...blockOf(rest, ''), ...waits };
}

/** What the provider fills in or leaves empty in each container and pod. */
const CONTAINER = {
  args: null,
  command: null,
  env_from: [],
  image_pull_policy: null,
  lifecycle: [],
  startup_probe: [],
  stdin: false,
  stdin_once: false,
  termination_message_path: '/dev/termination-log',
  termination_message_policy: null,
  tty: false,
  volume_device: [],
  volume_mount: [],
  working_dir: null,
} as const;
const POD = {
  active_deadline_seconds: null,
  affinity: [],
  dns_policy: 'ClusterFirst',
  enable_service_links: true,
  host_ipc: false,
  host_network: false,
  host_pid: false,
  init_container: [],
  node_selector: null,
  restart_policy: 'Always',
  share_process_namespace: false,
  termination_grace_period_seconds: 30,
  toleration: [],
  topology_spread_constraint: [],
} as const;
const PROBE = {
  failure_threshold: 3,
  initial_delay_seconds: 0,
  period_seconds: 10,
  success_threshold: 1,
  timeout_seconds: 1,
} as const;

function blockOf(value: { readonly [key: string]: Json }, key: string): Block {
  const made: Block = { ...structuredClone(defaultsOf(value, key)) };
  for (const [name, one] of Object.entries(value)) made[SINGULAR[name] ?? snakeCase(name)] = converted(one, name, key);
  return made;
}

function defaultsOf(value: { readonly [key: string]: Json }, key: string): Block {
  if ('containers' in value) return { ...POD } as unknown as Block;
  if (key === 'containers' || key === 'initContainers') return structuredClone(CONTAINER) as unknown as Block;
  if (key === 'metadata') return { annotations: null, generate_name: null };
  return key.endsWith('Probe') ? { ...PROBE, exec: [], grpc: [], tcp_socket: [] } : {};
}

function converted(value: Json, name: string, parent: string): Json {
  if (typeof value !== 'object' || value === null) return textOfPort(value, name);
  if (Array.isArray(value)) return value.map((one) => (isBlock(one) ? blockOf(one, name) : one));
  const isMap = MAPS.has(name) || (name === 'selector' && parent === 'spec' && !('matchLabels' in value));
  return isMap ? value : [blockOf(value, name)];
}

/** Ports that may have names are texts. */
function textOfPort(value: Json, name: string): Json {
  return typeof value === 'number' && (name === 'targetPort' || name === 'port') ? String(value) : value;
}

function isBlock(value: Json | undefined): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes the image of the first container out, and marks it; whether there is one. */
function hideImage(values: Block, unknown: Block): boolean {
  const path = pathOfContainer(values);
  if (path === undefined) return false;
  let mark: Json = [{ image: true }];
  for (const key of path.toReversed()) mark = [{ [key]: mark }];
  Object.assign(unknown, isBlock((mark as Json[])[0]) ? (mark as Block[])[0] : {});
  let at: Json = values;
  for (const key of path) at = firstOf((at as Block)[key]) ?? {};
  delete (at as Block)['image'];
  return true;
}

function firstOf(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The blocks that lead to the first container of what makes pods. */
function pathOfContainer(values: Block): readonly string[] | undefined {
  const paths = [
    ['spec', 'container'],
    ['spec', 'template', 'spec', 'container'],
    ['spec', 'job_template', 'spec', 'template', 'spec', 'container'],
  ];
  return paths.find((path) => {
    let at: Json | undefined = values;
    for (const key of path) at = isBlock(at) ? firstOf(at[key]) : undefined;
    return at !== undefined;
  });
}
