import { execFileSync } from 'node:child_process';
import type { Product } from '../../support/sandbox/product';

interface Status {
  readonly clusters: readonly { readonly processes: readonly { readonly program: string; readonly pid: number }[] }[];
}

/** Kills a program of the product's control plane as a crash does. */
export async function killProgram(product: Product, program: string): Promise<void> {
  const { out } = await product.run('sandbox', 'status', '--name', 'product', '--format', 'json');
  const status = JSON.parse(out) as Status;
  const found = status.clusters.flatMap(({ processes }) => processes).find((one) => one.program === program);
  if (found === undefined) throw new Error(`no ${program} runs`);
  execFileSync('kill', ['-9', String(found.pid)]);
}
