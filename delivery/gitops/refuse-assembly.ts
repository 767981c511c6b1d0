import { quoteInput } from '../../model/address/quote-input';
import { problem, type Problem } from '../../model/problem';
import type { Assembly } from '../../resources/assembly';
import { hasUnresolved, isObject, valueAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { PulledCluster } from './pulled-cluster';

/** How many of the same findings a problem names; the rest is counted. */
const NAMED_MAX = 5;

/** Steps whose cluster and part are made of what names of Kubernetes are made of. */
const STEP = /^[a-z]+\/[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\/(?:terraform|kubernetes)\/[a-z0-9][a-z0-9-]{0,252}$/;

/** What Terraform does beside writing an object, and a manifest can't say. */
const CHANGES_MEANING = new Set(['connection', 'count', 'for_each', 'lifecycle', 'provisioner']);

/** Letters of YAML 1.2 that are line breaks in YAML 1.1; kustomize writes them as letters and reads them as breaks. */
const BREAKS = /[\u0085\u2028\u2029]/;

/** Why an assembly can't go into Git at all: it departs from its manifest, or holds a secret. */
export function refuseAssembly({ integrity, resources }: Assembly): readonly Problem[] {
  return [
    ...refuse(
      integrity.map(({ file, address, kind }) => `${file} ${address}: ${kind}`),
      {
        code: 'assembly-tampered',
        at: ['assembly'],
        what: 'the assembly is not what its manifest says, so nobody approved what would go into Git',
        want: 'an assembly as synth wrote it',
        next: 'run synth and gate again',
      },
    ),
    ...refuse(
      resources.filter(holdsSecret).map(({ id }) => id),
      {
        code: 'secret-in-assembly',
        at: ['assembly'],
        what: 'a secret would go into Git, where everybody who may read the tree could read it for ever',
        want: 'no Secret with data',
        next: 'take it out of the constructs and let a service of the cluster fetch it; change the secret if it was ever stored',
      },
    ),
  ];
}

/** Why a part of a cluster can't be pulled as manifests. */
export function refuseClusters(clusters: readonly PulledCluster[]): readonly Problem[] {
  const resources = clusters.flatMap(({ waves }) =>
    waves.flatMap(({ parts }) => parts.flatMap((part) => part.resources)),
  );
  const steps = clusters.flatMap(({ waves }) => waves.flatMap(({ parts }) => parts.map(({ step }) => step)));
  return [
    ...refuse(
      steps.filter((step) => !STEP.test(step)),
      {
        code: 'unsafe-name',
        at: ['assembly'],
        what: 'the name of a cluster or shard would become a folder and a name that mean something else',
        want: 'lower-case letters, digits and dashes, at most 63 for a cluster',
        next: 'give it a name that is one in the facts',
      },
    ),
    ...refuse(
      resources.filter((one) => !isSafeName(one.name) || !isSafeName(one.namespace ?? '-')).map(({ id }) => id),
      {
        code: 'unsafe-object-name',
        at: ['assembly'],
        what: 'the name of an object is none that Kubernetes takes',
        want: 'visible letters without / and %, and neither . nor ..',
        next: 'give it a name that is one in the facts',
      },
    ),
    ...refuse(
      resources.filter(({ body }) => BREAKS.test(JSON.stringify(body))).map(({ id }) => id),
      {
        code: 'text-that-changes',
        at: ['assembly'],
        what: 'an object has a letter that kustomize, which every engine builds with, turns into a space',
        want: 'texts without the line breaks U+0085, U+2028 and U+2029',
        next: 'write an ordinary line break in the facts',
      },
    ),
    ...refuse(
      resources.filter(isForTerraformAlone).map(({ id }) => id),
      {
        code: 'only-terraform-can-tell',
        at: ['--foundation', 'manifests'],
        what: 'an object has values or instructions that only Terraform understands',
        want: 'objects that are whole by themselves',
        next: 'leave the foundation to Terraform, or write the value in the facts',
      },
    ),
  ];
}

function refuse(found: readonly string[], parts: Omit<Problem, 'got'>): readonly Problem[] {
  if (found.length === 0) return [];
  const named = found.slice(0, NAMED_MAX).map(quoteInput).join(', ');
  return [
    problem({ ...parts, got: found.length > NAMED_MAX ? `${named} and ${found.length - NAMED_MAX} more` : named }),
  ];
}

function holdsSecret({ kind, body }: Resource): boolean {
  if (kind !== 'Secret') return false;
  return ['data', 'stringData'].some((key) => {
    const value = valueAt(body, key);
    return value !== undefined && value !== null && !(isObject(value) && Object.keys(value).length === 0);
  });
}

function isForTerraformAlone({ apiVersion, body, engineArguments, artifact }: Resource): boolean {
  const instructions = Object.keys(engineArguments ?? {}).some((name) => CHANGES_MEANING.has(name));
  return artifact.engine === 'terraform' && (apiVersion === 'terraform' || instructions || hasUnresolved(body));
}

function isSafeName(text: string): boolean {
  return text !== '.' && text !== '..' && /^[!-~]{1,253}$/.test(text) && !/[/%]/.test(text);
}
