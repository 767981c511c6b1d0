import type { Text } from '../../../model/text';
import type { Review } from '../../../review/review';

/**
 * What Kubernetes, its API groups and our facts call things; both languages use it. Verbs and resources of requests, fields
 * of objects, and keys of facts whose names have no capitals.
 */
const TECHNICAL = new Set(
  [
    'get list watch create update patch delete bind escalate impersonate verb group resource namespace url name',
    'configmaps persistentvolumeclaims services endpoints events limitranges pods log resourcequotas serviceaccounts',
    'secrets daemonsets deployments replicasets statefulsets scale horizontalpodautoscalers cronjobs jobs certificates',
    'httproutes networkpolicies poddisruptionbudgets rolebindings roles clusterroles users groups',
    'apps autoscaling batch policy pod',
  ].flatMap((words) => words.split(' ')),
);

/** Words that stand in both languages of a sentence of a review and that are no names: nobody translated them. */
export function untranslated({ content }: Review, names: ReadonlySet<string>): readonly string[] {
  const pairs = [...textsIn(content)].filter(({ vi, en }) => vi !== en);
  return pairs.flatMap(({ vi, en }) => {
    const english = new Set(wordsOf(en));
    return wordsOf(vi)
      .filter((word) => english.has(word) && !TECHNICAL.has(word) && !names.has(word))
      .map((word) => `${word}: ${vi}`);
  });
}

/** Words in small letters that no sign ties to others, as it does in names and paths. */
function wordsOf(text: string): readonly string[] {
  const plain = text.replaceAll(/\{[^}]*\}/g, ' ');
  return plain
    .split(/[\s(),;“”]+/)
    .map((one) => one.replace(/[:.]$/, ''))
    .filter((one) => /^[a-z]{2,}$/.test(one));
}

/** Every text in both languages, wherever it stands. */
function* textsIn(value: unknown): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  if ('vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string')
    yield { vi: value.vi, en: value.en };
  else for (const one of Object.values(value)) yield* textsIn(one);
}
