import type { IntentId } from '../intents';

/** What a tool is to do. */
export interface Task {
  /** Folder of the manifests. */
  readonly corpus: string;
  /** Folder where the tool finds what `writeRules` wrote. */
  readonly rules: string;
  readonly intents: readonly IntentId[];
  /** File or folder that its findings go to. */
  readonly output: string;
}

/** A process to start. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  /** Whether what it prints are its findings, to be kept in the output.
   * @default false
   */
  readonly printsFindings?: boolean;
}

/** A tool of the comparison. */
export interface Tool {
  readonly id: string;
  readonly version: string;
  /** What it judges; what doesn't judge intents is timed and compared with nobody. */
  readonly judges: 'intents' | 'schemas';
  /** Whether it has something to say of an intent. */
  readonly knows: (intent: IntentId) => boolean;
  /** Writes what it needs for some intents.
   * @default - nothing
   */
  readonly writeRules?: (folder: string, intents: readonly IntentId[]) => void;
  readonly command: (task: Task) => Command;
  /** Reads its findings: `<intent> <object>`. */
  readonly read: (task: Task) => ReadonlySet<string>;
}

/** Where a tool can be run, or why it can't be had. */
export type Prepared =
  | { readonly ok: true; readonly tool: Tool }
  | { readonly ok: false; readonly id: string; readonly version: string; readonly reason: string };
