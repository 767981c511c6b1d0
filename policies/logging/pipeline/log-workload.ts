import { platformNamespaceName } from '../../../model/naming';
import { isObject, listAt, textAt } from '../../../resources/json-path';
import { parseStrictYaml } from '../../../resources/read/text/strict-yaml';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';

/** Something that carries logs in a cluster, with the pipeline of its agent. */
export interface LogWorkload {
  readonly workload: Resource;
  /** The agent’s configuration; undefined when its ConfigMap is gone or can’t be read. */
  readonly pipeline: JsonObject | undefined;
}

/** The namespace of log carriers in each cluster. */
export const LOGGING_NAMESPACE = platformNamespaceName('logging');

/** The carriers of logs of a kind in a cluster: agents on nodes (DaemonSet), or connectors (Deployment). */
export function logWorkloads(
  { resources }: AssemblyView,
  cluster: string,
  kind: 'DaemonSet' | 'Deployment',
): readonly LogWorkload[] {
  return resources.inNamespace(cluster, LOGGING_NAMESPACE, kind).map((workload) => {
    const pipelines = listAt(workload.body, 'spec', 'template', 'spec', 'volumes')
      .map((volume) => textAt(volume, 'configMap', 'name'))
      .filter((name) => name !== undefined)
      .map((name) => resources.tryFind(`${cluster}/ConfigMap/${LOGGING_NAMESPACE}/${name}`))
      .flatMap((one) => (one === undefined ? [] : [pipelineOf(one)]));
    return { workload, pipeline: pipelines.find((one) => one !== undefined) };
  });
}

/** Whether a pipeline sends what has this tag to a host, over TLS with the host’s certificate checked. */
export function sendsTo({ pipeline }: LogWorkload, host: string, tag: string): boolean {
  return outputsOf(pipeline).some(
    (output) =>
      textAt(output, 'host') === host &&
      isOn(output, 'tls') &&
      isOn(output, 'tls.verify') &&
      matches(textAt(output, 'match') ?? '', tag),
  );
}

/** Hosts to which a pipeline sends what has this tag, over TLS or not. */
export function hostsOf({ pipeline }: LogWorkload, tag: string): readonly string[] {
  return outputsOf(pipeline)
    .filter((output) => matches(textAt(output, 'match') ?? '', tag))
    .flatMap((output) => textAt(output, 'host') ?? []);
}

/** Files that a pipeline reads. */
export function filesRead({ pipeline }: LogWorkload): readonly string[] {
  return listAt(pipeline, 'pipeline', 'inputs').flatMap((input) => textAt(input, 'path') ?? []);
}

function pipelineOf({ body }: Resource): JsonObject | undefined {
  const texts = isObject(body['data']) ? Object.values(body['data']).filter((one) => typeof one === 'string') : [];
  return texts
    .map((text) => parseStrictYaml(text))
    .map((parsed) => (parsed.ok ? parsed.value[0] : undefined))
    .find((one) => isObject(one) && listAt(one, 'pipeline', 'outputs').length > 0) as JsonObject | undefined;
}

function outputsOf(pipeline: JsonObject | undefined): readonly JsonValue[] {
  return listAt(pipeline, 'pipeline', 'outputs');
}

function isOn(output: JsonValue, key: string): boolean {
  const value = isObject(output) ? output[key] : undefined;
  return value === true || value === 'on' || value === 'true';
}

/** Fluent Bit’s match: a star stands for anything. */
function matches(pattern: string, tag: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  return rest.length === 0 ? head === tag : tag.startsWith(head) && tag.endsWith(rest.at(-1) ?? '');
}
