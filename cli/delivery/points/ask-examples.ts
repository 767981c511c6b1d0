import { platformGroups } from '../../../constructs/cluster/access/platform-groups';
import { askDry } from '../../../delivery/admission/ask-dry';
import { inParallel } from '../../../delivery/in-parallel';
import type { ApiResult } from '../../../delivery/kubernetes/client/answer/api-failure';
import type { ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import type { Text } from '../../../model/text';
import { placedExamples, type StandingNamespace } from '../../../policies/engine/examples/placed-examples';
import type { Rule } from '../../../policies/engine/language/define-rule';
import type { ExampleAnswers } from '../../../reports/points/live-report';
import { pointReasons } from '../../../reports/points/point-words';
import { policiesOfRule } from './admission-standing';

/** A rule under its id. */
interface NamedRule {
  readonly id: string;
  readonly rule: Rule;
}

/** What a server said to the examples of a rule, or why it wasn't asked. */
export type AskedExamples =
  | { readonly examples: ExampleAnswers; readonly notAsked?: undefined }
  | { readonly examples?: undefined; readonly notAsked: Text };

/** Requests at a time: each makes the server run expressions, and a loaded one lets requests time out. */
const AT_ONCE = 16;

/**
 * Asks the API server of a cluster to take every example that breaks a rule, by a dry run as the account for emergencies,
 * which may make everything; nothing is kept. By rule.
 */
export async function askExamples(
  client: ClusterClient,
  rules: readonly NamedRule[],
  namespaces: readonly StandingNamespace[],
): Promise<ReadonlyMap<string, AskedExamples>> {
  const placed = rules.map(({ id, rule: { tree } }) => {
    const isExempt = tree.on.exempt?.includes(platformGroups.breakGlass) === true;
    return { id, isExempt, examples: isExempt ? [] : placedExamples(tree, namespaces) };
  });
  const questions = placed.flatMap(({ id, examples }) => examples.map((example) => ({ id, example })));
  const answers = await inParallel(questions, AT_ONCE, async ({ id, example }) => {
    const kind = answerKind(await askDry(client, example), policiesOfRule.get(id) ?? []);
    return { id, kind };
  });
  return new Map(
    placed.map(({ id, isExempt, examples }): readonly [string, AskedExamples] => {
      if (examples.length === 0) return [id, { notAsked: isExempt ? pointReasons.letPass : pointReasons.noPlace }];
      const count = (kind: keyof ExampleAnswers): number =>
        answers.filter((one) => one.id === id && one.kind === kind).length;
      const [refused, refusedByOther] = [count('refused'), count('refusedByOther')];
      return [id, { examples: { refused, refusedByOther, untried: count('untried'), letIn: count('letIn') } }];
    }),
  );
}

/** What an answer says of a rule that these policies carry. */
export function answerKind(result: ApiResult<unknown>, carrying: readonly string[]): keyof ExampleAnswers {
  if (result.ok) return 'letIn';
  const { failure } = result;
  if (failure.kind !== 'admission-refused') return 'untried';
  const { by, name } = failure.admission;
  return by === 'ValidatingAdmissionPolicy' && carrying.includes(name) ? 'refused' : 'refusedByOther';
}
