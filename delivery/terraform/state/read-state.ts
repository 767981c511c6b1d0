import { rmSync } from 'node:fs';
import { z } from 'zod';
import { decodeText, readBytes } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { done, failed, type Outcome } from '../failure/terraform-failure';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';

/** One object that a state knows; its fields are not kept, so that no secret of a state gets any further. */
export interface StateObject {
  readonly address: string;
  /** Terraform type. */
  readonly type: string;
  /** Id in the cluster, as the provider has it: `namespace/name`, or the name of a cluster-scoped object.
   * @default - the state has none
   */
  readonly id?: string | undefined;
  /** True when its creation failed half-way, so that the next plan replaces it. */
  readonly isTainted: boolean;
}

/** What the state of a shard knows. */
export interface ShardState {
  /** Identity of the state since its beginning; two with different ones are not the same state. */
  readonly lineage: string;
  /** Grows with each change of the state. */
  readonly serial: number;
  /** Sorted by address. */
  readonly objects: readonly StateObject[];
}

const OBJECTS_MAX = 20_000;

const shape = z.object({
  version: z.literal(4),
  serial: z.int().min(0),
  lineage: z.string().max(100),
  resources: z
    .array(
      z.object({
        module: z.string().max(400).optional(),
        mode: z.enum(['managed', 'data']),
        type: z.string().min(1).max(200),
        name: z.string().min(1).max(400),
        instances: z.array(
          z.object({
            index_key: z.union([z.string().max(400), z.int()]).optional(),
            status: z.string().max(40).optional(),
            attributes: z.object({ id: z.string().max(1_000).nullish() }).nullish(),
          }),
        ),
      }),
    )
    .max(OBJECTS_MAX)
    .default([]),
});

/** Reads the state of a shard from wherever its backend keeps it; undefined when there is none yet. */
export async function readState(workspace: Workspace, stop?: AbortSignal): Promise<Outcome<ShardState | undefined>> {
  const output = workspace.paths.output('state-pull');
  try {
    const ended = await runTerraform(workspace, { name: 'state-pull', arguments: ['state', 'pull'], stop });
    if (!ended.ok) return ended;
    if (ended.value.code !== 0) return failed(...ended.value.failures);
    return parseStateFile(output);
  } finally {
    rmSync(output, { force: true });
  }
}

/** Reads a state from a file; undefined when the file is empty or missing. */
export function parseStateFile(path: string): Outcome<ShardState | undefined> {
  const read = readBytes(path);
  if (!read.ok) return unreadable(read.detail);
  const text = decodeText(read.bytes);
  if (text?.trim() === '') return done(undefined);
  const parsed = text === undefined ? undefined : parseStrictJson(text);
  const checked = parsed?.ok === true ? shape.safeParse(parsed.value) : undefined;
  if (checked?.success !== true) return unreadable('no state of format 4');
  const { lineage, serial, resources } = checked.data;
  const objects = resources.filter(({ mode }) => mode === 'managed').flatMap(objectsOf);
  return done({ lineage, serial, objects: objects.toSorted((a, b) => (a.address < b.address ? -1 : 1)) });
}

function objectsOf({ module, type, name, instances }: z.infer<typeof shape>['resources'][number]): StateObject[] {
  const base = [...(module === undefined ? [] : [module]), type, name].join('.');
  return instances.map(({ index_key: key, status, attributes }) => ({
    address: key === undefined ? base : `${base}[${JSON.stringify(key)}]`,
    type,
    id: attributes?.id ?? undefined,
    isTainted: status === 'tainted',
  }));
}

function unreadable(detail: string): Outcome<never> {
  return failed({ kind: 'unreadable-answer', message: `the state can't be read: ${detail}` });
}
