import { identifyProgram, type TerraformProgram } from '../../../delivery/terraform/program/identify-program';
import { valueOf } from '../../../model/problem';
import { acquireBinaries } from '../../../sandbox/binaries/acquire-binaries';
import { provideMirror } from '../../../sandbox/binaries/provider-mirror';
import type { Io } from '../../io';
import { binaryOptions } from '../../sandbox/sandbox-place';

/** Terraform or OpenTofu, and where its provider comes from. */
export interface FoundTerraform {
  readonly program: TerraformProgram;
  /** @default - the registry of providers */
  readonly providerMirror?: string | undefined;
}

/**
 * Finds Terraform on this machine or builds OpenTofu; the Kubernetes provider is built once into a mirror, and comes from
 * its registry where it can't be built.
 * @throws ProblemError with the ways to get it
 */
export async function findTerraform(io: Io): Promise<FoundTerraform> {
  const options = { ...binaryOptions(io), progress: (text: string) => io.err(`${text}\n`) };
  const { tofu } = valueOf(await acquireBinaries(['tofu'], options));
  const program = valueOf(await identifyProgram(tofu.path));
  const provider = await acquireBinaries(['terraform-provider-kubernetes'], options);
  if (!provider.ok) {
    io.err('the Kubernetes provider is taken from its registry: it could not be built here\n');
    return { program };
  }
  return {
    program,
    providerMirror: provideMirror(provider.value['terraform-provider-kubernetes'], options).folder,
  };
}
