/** Who holds the lock of a state, as Terraform wrote it when it took the lock. */
export interface LockInfo {
  readonly id: string;
  /** `user@host` */
  readonly who: string;
  /** What the holder does, such as `OperationTypeApply`. */
  readonly operation: string;
  /** Since when, as Terraform wrote it. */
  readonly created: string;
  /** Where the locked state is. */
  readonly path: string;
}

/** Reads the lock's holder from the text of a refusal; undefined when none is told. */
export function parseLockInfo(text: string): LockInfo | undefined {
  const id = field(text, 'ID');
  if (id === '') return undefined;
  return {
    id,
    who: field(text, 'Who'),
    operation: field(text, 'Operation'),
    created: field(text, 'Created'),
    path: field(text, 'Path'),
  };
}

function field(text: string, name: string): string {
  return new RegExp(`^[ \\t]*${name}:[ \\t]*(.{0,300})$`, 'm').exec(text)?.[1]?.trim() ?? '';
}
