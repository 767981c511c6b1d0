import type { JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { resourceSubjects, type SubjectOf } from '../subjects';

/** Kinds that carry text which programs read, and so might carry a password. */
const KINDS = [
  'ConfigMap',
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'KubeadmConfigTemplate',
  'KubeadmControlPlane',
  'Secret',
  'StatefulSet',
] as const;

/** What gives a secret away: private keys, keys of clouds, tokens, and passwords with their value beside them. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  /\b(?:passwd|password|secret[_-]?key|api[_-]?key|access[_-]?token)\b["']?\s*[:=]\s*["']?[^\s"'$<{]{6,}/i,
];

export default definePolicy({
  title: {
    vi: 'Không hiện vật nào chứa mật khẩu, khóa riêng hay mã truy cập',
    en: 'no artifact holds a password, a private key or a token',
  },
  force: 'block',
  controls: ['tcvn-14423-6.16.2.5', 'tcvn-14423-3.4.2.4', 'tcvn-14423-5.4.2-keys'],
  why: {
    vi: 'Hiện vật nằm trong kho mã và được nhiều người đọc; bí mật ở đó coi như đã lộ.',
    en: 'Artifacts lie in repositories that many people read; a secret there is as good as published.',
  },
  fix: {
    vi: 'Để nơi lưu bí mật tạo Secret trong cụm, và chỉ nêu tên của nó.',
    en: 'Let the store of secrets make the Secret in the cluster, and name it alone.',
  },
  subjects: ({ view }) => carriers(view),
  check: ({ of: resource }) => judge(resource),
});

function carriers({ resources }: AssemblyView): readonly SubjectOf<Resource>[] {
  return resourceSubjects(KINDS.flatMap((kind) => resources.ofKind(kind)));
}

function judge({ kind, body }: Resource): Judgement {
  if (kind === 'Secret') {
    const field = ['data', 'stringData'].find((one) => Object.keys(body[one] ?? {}).length > 0);
    return field === undefined ? pass : fail(field, 'values', 'no value in an artifact');
  }
  const where = tryLeak(body, '');
  // What was found is never quoted: a report is read by even more people.
  return where === undefined ? pass : fail(where, 'looks like a secret', 'the name of a Secret');
}

/** The path of the first text that holds a secret; undefined when none does. */
function tryLeak(value: JsonValue | undefined, path: string): string | undefined {
  if (typeof value === 'string') return SECRETS.some((one) => one.test(value)) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = tryLeak(member as JsonValue, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
