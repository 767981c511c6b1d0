import type { ControlId } from '../../model/controls/control';
import type { EvidenceLink } from './evidence-link';

/** What a group of subjects has in common. */
export type GroupKind = 'system' | 'tenant' | 'site' | 'cluster' | 'file';

/** Where somebody starts to follow a chain. */
export type TraceStart =
  | { readonly kind: 'instrument' | 'clause' | 'control'; readonly id: string; readonly controls: readonly ControlId[] }
  | { readonly kind: 'rule' | 'subject'; readonly id: string }
  | { readonly kind: 'group'; readonly of: GroupKind; readonly id: string }
  | {
      readonly kind: 'source';
      /** The place that was asked for: `file:line`, or a file. */
      readonly id: string;
      /** The places of the facts that it is, or is a part of. */
      readonly places: readonly string[];
      /** Path of the fact that was found, its parts joined by dots.
       * @default - the fact files weren't read
       */
      readonly fact?: string | undefined;
    }
  | { readonly kind: 'evidence'; readonly id: string; readonly links: readonly EvidenceLink[] };
