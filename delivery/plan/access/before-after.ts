import type { JsonObject } from '../../../resources/resource';

/** An object before and after a change, either of which may not be there. */
export interface BeforeAfter {
  /** @default - it is created */
  readonly before?: JsonObject | undefined;
  /** @default - it is deleted */
  readonly after?: JsonObject | undefined;
}

/**
 * Says in which ways a change of one kind lets more happen than before. An empty list is a promise: nothing that was
 * refused is allowed now. Where that can't be shown, the change is named.
 */
export type WideningTest = (change: BeforeAfter) => readonly string[];
