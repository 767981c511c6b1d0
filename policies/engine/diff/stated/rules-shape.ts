import { z } from 'zod';
import type { StatedRules } from './stated-rules';
import { conditionShape, ruleText } from './condition-shape';

/** As many rules as are read from one statement. */
const RULES_MAX = 2_000;
const LIST_MAX = 100;

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const words = z.strictObject({ vi: ruleText, en: ruleText });
const names = z.array(ruleText).max(LIST_MAX);

const kind = z.strictObject({
  kind: ruleText,
  group: ruleText,
  version: ruleText,
  resource: ruleText,
  subresources: names.optional(),
  frame: z.record(z.string(), z.json()).optional(),
});

const kinds = z.tuple([kind], kind).refine((all) => all.length <= LIST_MAX);

const shape = z.strictObject({ name: ruleText, kinds, root: names.optional() });

const target = z.strictObject({
  name: ruleText,
  shapes: z.tuple([shape], shape).refine((all) => all.length <= LIST_MAX),
  namespaced: z.boolean(),
  exempt: names.optional(),
  copied: z.boolean().optional(),
});

const tree = z.strictObject({
  on: target,
  scope: z.enum(['everywhere', 'tenants', 'platform']),
  when: conditionShape.optional(),
  require: conditionShape,
});

const rule = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/)
      .max(200),
    title: words,
    force: z.enum(['block', 'warn']),
    controls: names,
    why: words,
    fix: words,
    mayBeVacuous: words.optional(),
    whyNotLive: words.optional(),
    tree: tree.optional(),
    code: digest.optional(),
  })
  .refine((one) => (one.tree === undefined) !== (one.code === undefined), 'needs either a tree or the digest of code');

/** The shape of a rule bundle as a file. */
export const rulesShape = z.strictObject({
  digest,
  formatVersion: z.literal(1),
  count: z.int(),
  engine: digest,
  rules: z.array(rule).max(RULES_MAX),
});

type Shaped = z.infer<typeof rulesShape>;

/** What was read, as rules; a condition that isn't stated is one that always applies. */
export function statedRulesOf({ engine, rules }: Shaped): StatedRules {
  return {
    engine,
    rules: rules.map(({ tree: stated, code, mayBeVacuous, whyNotLive, ...one }) => ({
      ...one,
      ...(mayBeVacuous === undefined ? {} : { mayBeVacuous }),
      ...(whyNotLive === undefined ? {} : { whyNotLive }),
      ...(code === undefined ? {} : { code }),
      ...(stated === undefined ? {} : { tree: treeOf(stated) }),
    })),
  };
}

function treeOf({ on, when, ...rest }: z.infer<typeof tree>): NonNullable<StatedRules['rules'][number]['tree']> {
  // Fields that aren't there and fields that are undefined are the same text in a bundle.
  return { ...rest, on: withoutUndefined(on), when };
}

function withoutUndefined(on: z.infer<typeof target>): NonNullable<StatedRules['rules'][number]['tree']>['on'] {
  const { exempt, copied, shapes, ...rest } = on;
  const [first, ...others] = shapes;
  return {
    ...rest,
    shapes: [shapeOf(first), ...others.map(shapeOf)],
    ...(exempt === undefined ? {} : { exempt }),
    ...(copied === undefined ? {} : { copied }),
  };
}

type StatedShape = NonNullable<StatedRules['rules'][number]['tree']>['on']['shapes'][number];

function shapeOf({ name, kinds: [first, ...others], root }: z.infer<typeof shape>): StatedShape {
  return { name, kinds: [kindOf(first), ...others.map(kindOf)], ...(root === undefined ? {} : { root }) };
}

function kindOf({ subresources, frame, ...rest }: z.infer<typeof kind>): StatedShape['kinds'][number] {
  return {
    ...rest,
    ...(subresources === undefined ? {} : { subresources }),
    ...(frame === undefined ? {} : { frame }),
  };
}
