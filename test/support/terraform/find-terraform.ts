import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { identifyProgram, type TerraformProgram } from '../../../delivery/terraform/program/identify-program';

/** The first Terraform or OpenTofu on the search path of this machine; undefined when there is none. */
export function tryFindTerraform(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.flatMap((folder) => [join(folder, 'terraform'), join(folder, 'tofu')]).find(isProgram);
}

/** Tests that need a real Terraform; skipped by name where there is none. */
export function describeWithTerraform(name: string, body: (path: string) => void): void {
  const path = tryFindTerraform();
  if (path !== undefined) describe(name, () => body(path));
  else describe.skip(`${name} (no terraform or tofu on PATH)`, () => it('works with the real tool', () => undefined));
}

/** The program at a path that is known to be one. */
export async function knownProgram(path: string): Promise<TerraformProgram> {
  const program = await identifyProgram(path);
  if (!program.ok) throw new Error(program.problems.map(({ got }) => got).join(', '));
  return program.value;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
