import { failure, problem, success, type Result } from '../../../model/problem';
import { isObject, objectAt, valueAt } from '../../../resources/json-path';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import type { JsonValue } from '../../../resources/resource';
import type { Shard } from './shard';

/**
 * Checks that the file of a shard speaks to its own cluster and no other: one provider, told by the context alone.
 * Without one the provider would take whatever context the kubeconfig has chosen last.
 */
export function checkContext({ id, path, cluster }: Shard, text: string): Result<undefined> {
  const parsed = parseStrictJson(text);
  const config = parsed.ok && isObject(parsed.value) ? parsed.value : {};
  const types = Object.keys(objectAt(config, 'resource') ?? {});
  const needsCluster = types.some((type) => type.startsWith('kubernetes_'));
  const written = valueAt(config, 'provider');
  const got = written === undefined ? 'no provider' : contextOf(written);
  if (written === undefined ? !needsCluster : got === cluster) return success(undefined);
  return failure([
    problem({
      code: 'shard-of-another-cluster',
      at: [id, path],
      what: 'the shard would not be applied to its own cluster',
      got,
      want: `one kubernetes provider with config_context = ${cluster} and nothing else`,
      next: 'make the assembly again with synth',
    }),
  ]);
}

/** The context that the only provider block names; a description of what stands there otherwise. */
function contextOf(provider: JsonValue): string {
  const blocks = valueAt(provider, 'kubernetes');
  const only = Array.isArray(blocks) && blocks.length === 1 ? (blocks[0] as JsonValue) : blocks;
  const context = valueAt(only, 'config_context');
  const isAlone = isObject(provider) && Object.keys(provider).length === 1;
  const isPlain = isObject(only) && Object.keys(only).length === 1;
  return isAlone && isPlain && typeof context === 'string' ? context : JSON.stringify(provider).slice(0, 300);
}
