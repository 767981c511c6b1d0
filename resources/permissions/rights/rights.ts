import type { Language } from '../../../model/text';
import type { AccessRequest, ResourceRequest } from './access-request';
import { chooses, normalEntry, type Choice } from './choice';

/** Every request of which verb, group, resource and name are among those chosen. */
export interface ResourceRights {
  readonly groups: Choice;
  /** Subresources stand as `pods/exec`, and `*\/scale` is the scale of everything that isn't named. */
  readonly resources: Choice;
  /** `*` is any name, and none. */
  readonly names: Choice;
  readonly verbs: Choice;
  /** No request can carry such a name with such a verb, so nothing is given: whole objects are created, and collections deleted, without one. */
  readonly isVain: boolean;
}

/** Every request at these paths with one of these verbs. */
export interface UrlRights {
  readonly urls: Choice;
  readonly verbs: Choice;
}

/** A set of requests; sets that stand together never overlap. */
export type Rights = ResourceRights | UrlRights;

/** Whether a request is in a set; in which namespace is the holder's matter. */
export function rightsCover(rights: Rights, request: AccessRequest): boolean {
  if (!chooses('verb', rights.verbs, request.verb)) return false;
  if ('url' in request) return 'urls' in rights && chooses('url', rights.urls, request.url);
  return (
    'groups' in rights &&
    chooses('group', rights.groups, request.group) &&
    chooses('resource', rights.resources, combined(request)) &&
    chooses('name', rights.names, normalEntry('name', request.name ?? ''))
  );
}

/** One request of a set, as simple as there is: its first values, and where any will do a common one. */
export function requestOf(rights: Rights): AccessRequest {
  const verb = oneOf('verb', rights.verbs, ['get', 'create', 'delete']);
  if ('urls' in rights) return { verb, url: oneOf('url', rights.urls, ['/metrics']) };
  const whole = oneOf('resource', rights.resources, ['pods', 'secrets']);
  const slash = whole.indexOf('/');
  const parts =
    slash === -1 ? { resource: whole } : { resource: whole.slice(0, slash), subresource: whole.slice(slash + 1) };
  const name = oneOf('name', rights.names, ['']).replace(/^=/u, '');
  return { verb, group: oneOf('group', rights.groups, ['', 'apps']), ...parts, ...(name === '' ? {} : { name }) };
}

/** A set in few words: `create, get secrets named key`; a group follows its resource, unless it is the core's. */
export function printRights(rights: Rights, language: Language = 'en'): string {
  const words = rightWords[language];
  const print = (choice: Choice): string => printChoice(choice, words.but);
  const verbs = print(rights.verbs);
  if ('urls' in rights) return `${verbs} ${print(rights.urls)}`;
  const { groups, resources, names } = rights;
  const isCore = groups.of.length === 1 && groups.of[0] === '' && groups.except.length === 0;
  const place = isCore ? print(resources) : `${print(resources)} ${words.of} ${print(groups)}`;
  const isAny = names.of.includes('*') && names.except.length === 0;
  return `${verbs} ${place}${isAny ? '' : ` ${words.named} ${print(names)}`}`;
}

/** What joins the parts of a set. */
const rightWords: Readonly<Record<Language, Readonly<Record<'of' | 'named' | 'but', string>>>> = {
  vi: { of: 'thuộc', named: 'tên', but: 'trừ' },
  en: { of: 'of', named: 'named', but: 'but' },
};

function printChoice({ of, except }: Choice, but: string): string {
  const listed = of.map((one) => (one === '' ? '""' : one)).join(', ');
  return except.length === 0 ? listed : `${listed} ${but} ${except.map((one) => (one === '' ? '""' : one)).join(', ')}`;
}

function combined({ resource, subresource = '' }: ResourceRequest): string {
  return subresource === '' ? resource : `${resource}/${subresource}`;
}

function oneOf(dimension: Parameters<typeof chooses>[0], choice: Choice, usual: readonly string[]): string {
  const exact = choice.of.find((one) => !one.includes('*') || one.startsWith('='));
  if (exact !== undefined) return exact;
  const [first = '*'] = choice.of;
  const made = (index: number): string => first.replace('*', `example${index === 0 ? '' : index}`);
  const numbered = Array.from({ length: choice.except.length + 1 }, (_, index) => made(index));
  const found = [...usual, ...numbered].find((one) => chooses(dimension, choice, one));
  if (found === undefined) throw new RangeError('a set of requests that holds none');
  return found;
}
