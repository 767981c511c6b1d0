import { quoteInput } from '../../model/address/quote-input';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';

/** Whether each wave has a branch or tag of its own, that a person moves when the wave before is well, or all share one. */
export const promotions = ['by-wave', 'together'] as const;

/** One of the ways to promote. */
export type Promotion = (typeof promotions)[number];

/** Where the clusters pull the tree from. */
export interface Repository {
  readonly kind: 'git' | 'oci';
  readonly url: string;
  /** DNS name or address that clusters connect to, without brackets. */
  readonly host: string;
  readonly port: number;
  /** Branch of a Git repository or tag of an OCI artifact. */
  readonly revision: string;
  /** Folder of the repository that the tree stands in; empty for its root. */
  readonly path: string;
  readonly promotion: Promotion;
}

/** What a person says of the repository. */
export interface GivenRepository {
  readonly url: string;
  readonly revision: string;
  readonly path: string;
  readonly promotion: Promotion;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { https: 443, oci: 443, ssh: 22 };
const URL_LENGTH_MAX = 500;
const PATH_LENGTH_MAX = 200;
const REVISION_LENGTH_MAX = 100;

/** Names and addresses that mean each cluster itself, where there is nothing of the fleet. */
const OF_ITSELF = /^(?:localhost|127\.[0-9.]+|0\.0\.0\.0|::1?|169\.254\.[0-9.]+)$|\.(?:svc|local|localhost)$/;

/** Checks what a person says of the repository; every problem at once. */
export function parseRepository(given: GivenRepository): Result<Repository> {
  const address = parseUrl(given.url);
  const path = given.path.replace(/^\.?\/+|^\.$/, '').replace(/\/+$/, '');
  const problems = [
    ...(address.ok ? [] : address.problems),
    ...checkRevision(given.revision, address.ok && address.value.kind === 'oci'),
    ...checkPath(path, given.path),
  ];
  if (!address.ok || problems.length > 0) return failure(problems);
  return success({ ...address.value, revision: given.revision, path, promotion: given.promotion });
}

/** The branch or tag that a wave is pulled from; without a wave, that of the engine's own objects. */
export function revisionOf({ revision, promotion }: Repository, wave?: string): string {
  return wave === undefined || promotion === 'together' ? revision : `${revision}-${wave}`;
}

/** A folder of the tree as a path in the repository. */
export function pathInRepository({ path }: Repository, folder: string): string {
  return path === '' ? folder : `${path}/${folder}`;
}

type Address = Pick<Repository, 'kind' | 'url' | 'host' | 'port'>;

function parseUrl(url: string): Result<Address> {
  const [, scheme = '', user, host = '', port, path = ''] =
    /^([a-z]+):\/\/(?:([^/]*)@)?(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?((?:\/[\w~.-]+)+)$/.exec(
      url.length > URL_LENGTH_MAX ? '' : url,
    ) ?? [];
  if (scheme === '') return failure([urlProblem(url)]);
  const wrong = [
    ...(Object.hasOwn(DEFAULT_PORTS, scheme) ? [] : [urlProblem(`${scheme}://…`)]),
    ...checkUser(scheme, user),
    ...(path.split('/').some((one) => /^\.+$/.test(one)) ? [urlProblem(url)] : []),
    ...(scheme === 'oci' && /[A-Z~]/.test(path) ? [urlProblem(url)] : []),
    ...(port === undefined || (Number(port) > 0 && Number(port) < 65_536) ? [] : [urlProblem(url)]),
    ...checkHost(host.replaceAll(/[[\]]/g, '')),
  ];
  if (wrong.length > 0) return failure(wrong);
  return success({
    kind: scheme === 'oci' ? 'oci' : 'git',
    url,
    host: host.replaceAll(/[[\]]/g, ''),
    port: port === undefined ? (DEFAULT_PORTS[scheme] ?? 0) : Number(port),
  });
}

/** The text of a URL may hold a password, so it is not repeated when it has a part for one. */
function urlProblem(url: string): Problem {
  return problem({
    code: 'repository-url-malformed',
    at: ['--repository'],
    what: 'the clusters can pull from no such address',
    got: url.includes('@') ? 'an address with a user that is written otherwise' : quoteInput(url),
    want: 'https://host/path, ssh://git@host/path or oci://host/path, in plain lower-case letters before the path',
    next: 'write the address as the Git server or registry shows it, with its scheme and without query or escapes',
  });
}

function checkUser(scheme: string, user: string | undefined): readonly Problem[] {
  if (user === undefined || (scheme === 'ssh' && /^[a-z_][a-z0-9_-]{0,31}$/.test(user))) return [];
  return [
    problem({
      code: 'repository-url-with-credentials',
      at: ['--repository'],
      what: 'the address would put a credential into every cluster and into Git',
      got: 'a user or password in the address (not repeated here)',
      want: scheme === 'ssh' ? 'ssh://git@host/path, a user and no password' : `${scheme}://host/path without a user`,
      next: 'take it out, change the credential if it was ever stored, and give it to the clusters as the README says',
    }),
  ];
}

function checkHost(host: string): readonly Problem[] {
  if (!OF_ITSELF.test(host) && !host.includes('..')) return [];
  return [
    problem({
      code: 'repository-host-of-itself',
      at: ['--repository'],
      what: 'every cluster pulls from one address, and this one means something else in each of them',
      got: quoteInput(host),
      want: 'a host that all clusters reach under the same name',
      next: 'name the Git server or registry as the whole network knows it',
    }),
  ];
}

function checkRevision(revision: string, isTag: boolean): readonly Problem[] {
  const allowed = isTag ? /^\w[\w.-]*$/ : /^[A-Za-z0-9](?:[\w.-]|\/(?=[A-Za-z0-9]))*$/;
  const isRight =
    revision.length <= REVISION_LENGTH_MAX &&
    allowed.test(revision) &&
    (isTag || !/\.\.|\.lock(?:\/|$)|\.$|\.\//.test(revision));
  if (isRight) return [];
  return [
    problem({
      code: 'revision-malformed',
      at: ['--revision'],
      what: isTag ? 'a registry has no tag of this name' : 'Git has no branch of this name',
      got: quoteInput(revision),
      want: `letters, digits, dot, dash and underscore${isTag ? '' : ', with single slashes between'}, at most ${REVISION_LENGTH_MAX}`,
      next: 'name the branch or tag that holds what is approved',
    }),
  ];
}

function checkPath(path: string, given: string): readonly Problem[] {
  const isRight =
    path.length <= PATH_LENGTH_MAX && (path === '' || /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/.test(path));
  if (isRight && !path.includes('..')) return [];
  return [
    problem({
      code: 'repository-path-malformed',
      at: ['--path'],
      what: 'the tree can stand in no such folder of the repository',
      got: quoteInput(given),
      want: `names of folders with / between, each of letters, digits, dot, dash and underscore, at most ${PATH_LENGTH_MAX}`,
      next: 'give the folder from the root of the repository, or leave the option out for the root',
    }),
  ];
}
