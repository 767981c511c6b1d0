import { readAdmission } from './admission';
import type { ApiFailure, Disturbance, InvalidField } from './api-failure';
import { readConflictCause } from './conflict-cause';
import type { Status } from './status';
import { readTypedPatch } from './typed-patch';

/** What a request was about, as far as its failure needs it. */
export interface Subject {
  /** The resource in the plural; empty for what is no object. */
  readonly plural: string;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  /** Whether values in messages must not be shown. */
  readonly isSecret: boolean;
}

/** The words that Kubernetes and its custom resources use for fields that can't be changed. */
const IMMUTABLE =
  /\bimmutable\b|may not be (?:changed|updated|modified)|cannot (?:be )?change|can't be changed|updates to .* (?:are forbidden|for fields other than)|forbidden: updates to|Changes not allowed/i;

const TERMINATING = 'NamespaceTerminating';
const FIELD_CONFLICT = 'FieldManagerConflict';

/** In the place of words that may quote a secret. */
const HIDDEN = "(the server's words may quote the secret, and aren't shown)";

/** What a failed answer means: its HTTP status and, where the server sent one, its Status. */
export function readRefusal(code: number, status: Status | undefined, subject: Subject): ApiFailure {
  if (status === undefined) return withoutStatus(code);
  const failure = readStatusOf(code, status, subject);
  return subject.isSecret ? withoutValues(failure) : failure;
}

function readStatusOf(code: number, status: Status, subject: Subject): ApiFailure {
  const { message } = status;
  switch (code) {
    case 400:
    case 405:
    case 415:
      return readBadRequest(message);
    case 401:
      return { kind: 'unauthorized', message };
    case 403:
      return readForbidden(status, subject);
    case 404:
      return readNotFound(status, subject);
    case 409:
      return readConflict(status, subject);
    case 410:
      return { kind: 'expired', message };
    case 413:
      return { kind: 'bad-request', message };
    case 422:
      return readInvalid(status);
    default:
      return readTyped(message) ?? otherwise(code, message);
  }
}

/** A 404 without a Status comes from the server's router: it has no such path, hence no such kind. */
function withoutStatus(code: number): ApiFailure {
  const message = `HTTP status ${code} without an explanation`;
  if (code === 404) return { kind: 'kind-missing', message };
  if (code === 401) return { kind: 'unauthorized', message };
  return otherwise(code, message);
}

/** An overloaded server did nothing of it; one that failed inside may have. */
function otherwise(code: number, message: string): Disturbance {
  const kind = code >= 500 || code === 429 ? 'unavailable' : 'bad-answer';
  return { kind, message: `${code}: ${message}`, mayHaveHappened: code !== 429 };
}

function readBadRequest(message: string): ApiFailure {
  const admission = readAdmission(message);
  return admission === undefined ? { kind: 'bad-request', message } : { kind: 'admission-refused', admission, message };
}

function readForbidden(status: Status, { namespace }: Subject): ApiFailure {
  const { message } = status;
  if (status.causes.some(({ reason }) => reason === TERMINATING)) {
    return { kind: 'namespace-terminating', namespace: namespace ?? status.name, message };
  }
  if (/\bUser "[^"]*" cannot\b/.test(message)) return { kind: 'forbidden', message };
  return { kind: 'admission-refused', admission: readAdmission(message) ?? { by: 'plug-in', name: '' }, message };
}

function readNotFound(status: Status, { plural }: Subject): ApiFailure {
  const { message, resource, name } = status;
  if (resource === 'namespaces' && plural !== resource && name !== '')
    return { kind: 'namespace-missing', namespace: name, message };
  return name === '' ? { kind: 'kind-missing', message } : { kind: 'not-found', message };
}

function readConflict(status: Status, { namespace }: Subject): ApiFailure {
  const { message, causes } = status;
  const owners = causes
    .filter(({ reason }) => reason === FIELD_CONFLICT)
    .map((cause) => readConflictCause(cause.field, cause.message));
  if (owners.length > 0) return { kind: 'conflict', owners, message };
  if (status.reason === 'AlreadyExists') return { kind: 'already-exists', message };
  if (causes.some(({ reason }) => reason === TERMINATING)) {
    return { kind: 'namespace-terminating', namespace: namespace ?? status.name, message };
  }
  return { kind: 'stale', message };
}

function readInvalid({ message, causes }: Status): ApiFailure {
  const admission = readAdmission(message);
  if (admission !== undefined) return { kind: 'admission-refused', admission, message };
  return { kind: 'invalid', fields: causes, immutable: isImmutable(causes, message), message };
}

function readTyped(message: string): ApiFailure | undefined {
  const fields = readTypedPatch(message);
  return fields === undefined ? undefined : { kind: 'invalid', fields, immutable: false, message };
}

/** An object must be replaced when every complaint is about a field that can't be changed. */
function isImmutable(fields: readonly InvalidField[], message: string): boolean {
  return fields.length === 0 ? IMMUTABLE.test(message) : fields.every((field) => IMMUTABLE.test(field.message));
}

/** Complaints about an object's content quote it; who owns a field, or that a namespace is missing, doesn't. */
function withoutValues(failure: ApiFailure): ApiFailure {
  switch (failure.kind) {
    case 'invalid':
      return { ...failure, message: HIDDEN, fields: failure.fields.map((field) => ({ ...field, message: HIDDEN })) };
    case 'admission-refused':
    case 'bad-answer':
    case 'bad-request':
    case 'unavailable':
      return { ...failure, message: HIDDEN };
    default:
      return failure;
  }
}
