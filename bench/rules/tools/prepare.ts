import { checkov } from './checkov';
import { conftest } from './conftest';
import { gator } from './gator';
import { checkovProgram, goTool, say } from './install';
import { findSchemas, kubeconform } from './kubeconform';
import type { Tool } from './tool';
import { versions } from './versions';

/** A tool that couldn't be had, and why. */
export interface Skipped {
  readonly id: string;
  readonly version: string;
  readonly reason: string;
}

/** The tools that can be run here, and those that can't. */
export interface Prepared {
  readonly tools: readonly Tool[];
  readonly skipped: readonly Skipped[];
}

const makers = {
  conftest: async () => conftest(await goTool('conftest')),
  gator: async () => gator(await goTool('gator')),
  checkov: async () => checkov(await checkovProgram()),
  kubeconform: async () => {
    findSchemas();
    return kubeconform(await goTool('kubeconform'));
  },
} as const;

/** Gets every tool of others, from the cache or from where it is published; one that can't be had is told loudly. */
export async function prepareTools(): Promise<Prepared> {
  const tools: Tool[] = [];
  const skipped: Skipped[] = [];
  for (const id of ['conftest', 'gator', 'checkov', 'kubeconform'] as const) {
    try {
      tools.push(await makers[id]());
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      skipped.push({ id, version: versions[id], reason });
      say(`SKIPPED: ${id} ${versions[id]} can't be had: ${reason}`);
    }
  }
  return { tools, skipped };
}
