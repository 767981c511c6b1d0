import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../../resources/resource';

/** A resource whose making lasts until the test lets it end. */
export interface SlowResource {
  /** The block of a `terraform_data`. */
  readonly slow: JsonObject;
  /** Settles when its making has begun. */
  readonly begun: Promise<unknown>;
  /** Lets it end. */
  readonly release: () => Promise<void>;
  /** Lets go of the pipes, when a test ends before its making has begun. */
  readonly close: () => void;
}

/** Makes a resource that waits at a pipe in a folder; an interrupt doesn't reach it, as it doesn't reach a provider. */
export function slowResource(folder: string): SlowResource {
  const [begun, end] = [join(folder, 'begun.pipe'), join(folder, 'end.pipe')];
  execFileSync('mkfifo', [begun, end]);
  const command = `trap '' INT; echo begun > '${begun}'; read line < '${end}'`;
  return {
    slow: { provisioner: [{ 'local-exec': { command } }] },
    begun: readFile(begun),
    release: () => writeFile(end, 'go on\n'),
    close: () => {
      const descriptor = openSync(begun, 'r+');
      writeSync(descriptor, 'closed\n');
      closeSync(descriptor);
    },
  };
}
