import { z } from 'zod';

const ENTRIES_MAX = 1_000;

const name = z.string().min(1).max(1_000);

/** A setting is judged when its entry is chosen, so that what others have in the same file stops nobody. */
const settings = z.record(z.string(), z.unknown());

function entries<T extends z.ZodType>(entry: T): z.ZodType<readonly z.infer<T>[]> {
  return z
    .array(entry)
    .max(ENTRIES_MAX)
    .nullish()
    .transform((list) => list ?? []);
}

/** The parts of a kubeconfig (`kind: Config`) in which a context, its cluster and its user are found by name. */
export const kubeconfigShape = z.looseObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Config'),
  'current-context': z.string().max(1_000).optional(),
  clusters: entries(z.looseObject({ name, cluster: settings })),
  users: entries(z.looseObject({ name, user: settings })),
  contexts: entries(z.looseObject({ name, context: z.looseObject({ cluster: name, user: name }) })),
});

/** A kubeconfig as read. */
export type Kubeconfig = z.infer<typeof kubeconfigShape>;

/** The settings of one cluster or user, not judged yet. */
export type Settings = Readonly<Record<string, unknown>>;
