import { intents, kindsOf, type IntentId } from '../intents';
import { bodies, preamble } from './bodies';

/** The policy of conftest for some intents; each finding names the object and the intent. */
export function conftestPolicy(ids: readonly IntentId[]): string {
  const name = `object_id := sprintf("%s/%s/%s", [subject.kind, object.get(subject.metadata, "namespace", "-"), subject.metadata.name])`;
  const rules = ids.flatMap((id) =>
    bodies[id].map((lines) => rule(`deny contains {"msg": "${id}", "intent": "${id}", "object": object_id}`, lines)),
  );
  return ['package main', 'import rego.v1', 'subject := input', name, preamble, ...rules].join('\n\n');
}

function rule(head: string, lines: readonly string[]): string {
  return `${head} if {\n${lines.map((line) => `\t${line}\n`).join('')}}`;
}

/** The kind of the constraint that stands for an intent. */
export function constraintKind(id: IntentId): string {
  return `Bench${id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}

/** The template of gator for an intent, and its one constraint, which asks only the kinds that it is about. */
export function gatorObjects(id: IntentId): readonly object[] {
  const kind = constraintKind(id);
  const name = kind.toLowerCase();
  const rules = bodies[id].map((lines) => rule(`violation contains {"msg": "${id}"}`, lines));
  const rego = [`package ${name}`, 'subject := input.review.object', preamble, ...rules].join('\n\n');
  return [
    {
      apiVersion: 'templates.gatekeeper.sh/v1',
      kind: 'ConstraintTemplate',
      metadata: { name },
      spec: {
        crd: { spec: { names: { kind } } },
        targets: [
          {
            target: 'admission.k8s.gatekeeper.sh',
            code: [{ engine: 'Rego', source: { version: 'v1', rego } }],
          },
        ],
      },
    },
    {
      apiVersion: 'constraints.gatekeeper.sh/v1beta1',
      kind,
      metadata: { name },
      spec: { match: { kinds: [{ apiGroups: ['*'], kinds: kindsOf[intents[id].about] }] } },
    },
  ];
}
