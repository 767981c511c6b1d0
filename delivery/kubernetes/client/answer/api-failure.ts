/** A field of an object and the manager that owns it, from the causes of a conflict. */
export interface OwnedField {
  /** As Kubernetes writes field paths: `.spec.template.spec.containers[name="app"].image`. */
  readonly field: string;
  /** The manager's name. */
  readonly manager: string;
  /** `Apply` for server-side apply, `Update` for everything else. */
  readonly operation: 'Apply' | 'Update';
  /** Such as `scale` or `status`; empty for the object itself. */
  readonly subresource: string;
  /** When it last wrote, in RFC 3339.
   * @default - the server doesn't say, which is so for `Apply`
   */
  readonly time?: string | undefined;
}

/** A field that the server found wrong. */
export interface InvalidField {
  readonly field: string;
  /** Kubernetes' word, such as `FieldValueInvalid`. */
  readonly reason: string;
  readonly message: string;
}

/** Who turned an object away at admission. */
export type Admission =
  | { readonly by: 'ValidatingAdmissionPolicy'; readonly name: string; readonly binding: string }
  | { readonly by: 'webhook'; readonly name: string }
  | { readonly by: 'PodSecurity'; readonly name: string }
  | { readonly by: 'ResourceQuota'; readonly name: string }
  | { readonly by: 'plug-in'; readonly name: string };

/** What a failure says beside its kind. */
interface Told {
  /** The server's or the connection's own words, cut short, without secrets. */
  readonly message: string;
}

/** The server answered, and said no. */
export type Refusal = Told &
  (
    | { readonly kind: 'conflict'; readonly owners: readonly OwnedField[] }
    /** A precondition (uid, resourceVersion) no longer holds: somebody was faster. */
    | { readonly kind: 'stale' }
    | { readonly kind: 'already-exists' }
    | { readonly kind: 'forbidden' }
    | { readonly kind: 'unauthorized' }
    | { readonly kind: 'not-found' }
    | { readonly kind: 'namespace-missing'; readonly namespace: string }
    | { readonly kind: 'namespace-terminating'; readonly namespace: string }
    /** The object is there, but on its way out: its finalizers are waited for. */
    | { readonly kind: 'being-deleted'; readonly finalizers: readonly string[] }
    /** The server doesn't know the kind: its custom resource definition is absent. */
    | { readonly kind: 'kind-missing' }
    | { readonly kind: 'invalid'; readonly fields: readonly InvalidField[]; readonly immutable: boolean }
    | { readonly kind: 'admission-refused'; readonly admission: Admission }
    /** What the cluster keeps of our own inventory can't be relied on; nothing may be concluded from it. */
    | { readonly kind: 'inventory-damaged' }
    /** A list was interrupted too often: its continuation expired (410). */
    | { readonly kind: 'expired' }
    | { readonly kind: 'bad-request' }
  );

/** There is no answer that can be relied on. */
export type Disturbance = Told & {
  readonly kind:
    /** Nobody listens, or there is no way there. */
    | 'unreachable'
    | 'tls'
    | 'server-certificate-expired'
    | 'client-certificate-expired'
    /** The server answers that it can't serve now (429, 5xx), again and again. */
    | 'unavailable'
    | 'timeout'
    | 'lost'
    | 'too-large'
    | 'bad-answer'
    | 'cancelled';
  /** Whether the server may have done what was asked although its answer is missing. */
  readonly mayHaveHappened: boolean;
};

/** Why a request did not succeed. */
export type ApiFailure = Refusal | Disturbance;

/** A value from the server, or why there is none. */
export type ApiResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** What the server warned of, such as a deprecated version. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly failure: ApiFailure };

/** A successful result. */
export function answered<T>(value: T, warnings: readonly string[] = []): ApiResult<T> {
  return { ok: true, value, warnings };
}

/** A failed result. */
export function failed(failure: ApiFailure): ApiResult<never> {
  return { ok: false, failure };
}

/**
 * Whether the failure tells something about the object, and not about the way to the cluster. Where it doesn't, nothing
 * may be concluded about what exists.
 */
export function isRefusal(failure: ApiFailure): failure is Refusal {
  return !('mayHaveHappened' in failure);
}

/** What was found out about a cluster, or why nothing was: a cluster that can't be reached is never an empty one. */
export type Reach<T> = (T & { readonly reached: true }) | { readonly reached: false; readonly failure: ApiFailure };

/** Nothing was found out. */
export function unreached(failure: ApiFailure): { readonly reached: false; readonly failure: ApiFailure } {
  return { reached: false, failure };
}
