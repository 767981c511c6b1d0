/** A file that a template makes. */
export interface NewFile {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

/** What `npm run new <kind>` makes, and how its name is written. */
export interface Template {
  /** The form of the name, for the message about a wrong one. */
  readonly nameForm: string;
  readonly namePattern: RegExp;
  /** What the author does next. */
  readonly next: string;
  files(name: string): readonly NewFile[];
}

/** The variable for a kebab-case name: `require-quota` → `requireQuota`. */
export function camelCase(name: string): string {
  return name.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The last part of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
