import { Product } from '../../support/sandbox/product';

interface Status {
  readonly clusters: readonly { readonly processes: readonly { readonly program: string; readonly pid: number }[] }[];
}

/** Finds a program of the product's control plane; what it gives kills it as a crash does. */
export async function findProgram(product: Product, program: string): Promise<() => void> {
  const { out } = await product.run('sandbox', 'status', '--name', Product.sandbox, '--format', 'json');
  const status = JSON.parse(out) as Status;
  const found = status.clusters.flatMap(({ processes }) => processes).find((one) => one.program === program);
  if (found === undefined) throw new Error(`no ${program} runs`);
  return () => process.kill(found.pid, 'SIGKILL');
}
