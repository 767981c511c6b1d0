import type { Resource } from '../../../resources/resource';
import { definedKinds } from '../apply/await-definitions';
import type { ApiFailure } from '../client/answer/api-failure';

/** What will stand before an object is applied, by what others may need of it. */
export interface ComingObjects {
  readonly namespaces: ReadonlySet<string>;
  /** `apiVersion/kind` of defined kinds, with the name of what defines them. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly admissionPolicies: ReadonlySet<string>;
}

/** Sorts objects of a plan by what others may need of them. */
export function comingObjects(objects: readonly Resource[]): ComingObjects {
  const names = (pattern: RegExp): ReadonlySet<string> =>
    new Set(objects.filter(({ kind }) => pattern.test(kind)).map(({ name }) => name));
  const defined = objects.flatMap((one) =>
    definedKinds(one).map(({ apiVersion, kind }) => [`${apiVersion}/${kind}`, one.name] as const),
  );
  return {
    namespaces: names(/^Namespace$/),
    definitions: new Map(defined),
    admissionPolicies: names(/^(?:Validating|Mutating)AdmissionPolicy$/),
  };
}

/** The server looks the policy up to see whether we may bind its parameters (k8s.io/kubernetes registry, 1.36). */
const ABSENT_POLICY = /unable to get policy (\S+) to determine/;

/** What of the plan must stand before an object can be tried; undefined when the failure has another reason. */
export function tryAwaited(
  { apiVersion, kind }: Resource,
  failure: ApiFailure,
  comes: ComingObjects,
): string | undefined {
  if (failure.kind === 'kind-missing') {
    const definition = comes.definitions.get(`${apiVersion}/${kind}`);
    return definition === undefined ? undefined : `CustomResourceDefinition ${definition}`;
  }
  if (failure.kind === 'namespace-missing') {
    return comes.namespaces.has(failure.namespace) ? `Namespace ${failure.namespace}` : undefined;
  }
  const policy = failure.kind === 'invalid' ? ABSENT_POLICY.exec(failure.message)?.[1] : undefined;
  return policy !== undefined && comes.admissionPolicies.has(policy) ? `admission policy ${policy}` : undefined;
}
