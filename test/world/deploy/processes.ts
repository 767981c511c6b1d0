import type { SandboxStatus } from '../../../sandbox/control-plane/sandbox-status';
import { Product } from '../../support/sandbox/product';

/** Finds a program of a control plane of the product, the first unless another one is named; what it gives kills it as a crash does. */
export async function findProgram(product: Product, program: string, cluster = product.first): Promise<() => void> {
  const { out } = await product.run('sandbox', 'status', '--name', Product.sandbox, '--format', 'json');
  const status = JSON.parse(out) as SandboxStatus;
  const processes = status.clusters.find((one) => one.name === cluster)?.processes ?? [];
  const found = processes.find((one) => one.program === program);
  if (found === undefined) throw new Error(`no ${program} of ${cluster} runs`);
  return () => process.kill(found.pid, 'SIGKILL');
}
