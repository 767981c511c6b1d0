import type { Level } from '../level';
import type { Text } from '../text';
import type { Automation } from './automation';
import { cite, type CitationStyle } from './citation';
import type { Crosswalk } from './crosswalk';
import type { EffectiveDate } from './effective-date';
import type { Mark } from './mark';
import type { Parameters } from './parameter';
import type { SourceKey } from './sources';

/** Where an instrument stands; `not-read` is in force but its text was not available. */
export type InstrumentStatus = 'in-force' | 'legacy' | 'draft' | 'not-read';

/** What a control binds: a system, a site, a tenant (agency), the shared platform, or the nation as a whole. */
export type ControlScope = 'system' | 'site' | 'tenant' | 'platform' | 'nation';

/** A law, decree, decision, circular or standard. */
export interface InstrumentHead<InstrumentId extends string = string> {
  /** ASCII, starts with a letter; every control id starts with it. */
  readonly id: InstrumentId;
  /** Kind and subject; the number identifies it. */
  readonly officialName: Text;
  readonly number: string;
  readonly status: InstrumentStatus;
  readonly style: CitationStyle;
  readonly sourceKey: SourceKey;
  readonly mark: Mark;
  /** The day of effect, or why it isn't known. */
  readonly effectiveFrom: EffectiveDate;
}

/** A control as its author writes it. */
export interface ControlSpec<Id extends string = string> {
  /** The instrument's id, `-`, the clause, and a topic where one clause asks for several things. */
  readonly id: Id;
  /** Places such as `30.8` or `5.8.2.1 a`, separated by `; `, or the citation in both languages. */
  readonly clause: string | Text;
  readonly title: Text;
  /** The duty in our own words; never the text of the instrument. */
  readonly requirement: Text;
  readonly automation: Automation;
  /** Levels of the systems that it binds.
   * @default - bound to no level
   */
  readonly levels?: readonly Level[];
  /** @default system */
  readonly scope?: ControlScope;
  /** @default - the instrument's mark */
  readonly mark?: Mark;
  /** @default - the instrument's source */
  readonly sourceKeys?: readonly SourceKey[];
  /** @default - no threshold in numbers */
  readonly parameters?: Parameters;
  /** @default - no counterpart recorded */
  readonly crosswalk?: Crosswalk;
  /** The day of effect, where it differs from the instrument's.
   * @default - the instrument's date
   */
  readonly effectiveFrom?: EffectiveDate;
  /** ISO date by which the duty must be done once; that day still counts.
   * @default - no deadline
   */
  readonly dueOn?: string;
  /** Month and day (`MM-DD`) before which the duty must be done every year.
   * @default - not a yearly duty
   */
  readonly dueYearly?: string;
}

/** A control of the catalog: what its author wrote, with every default filled in. */
export interface Control<Id extends string = string> extends ControlSpec<Id> {
  readonly instrument: string;
  readonly clause: Text;
  readonly levels: readonly Level[];
  readonly scope: ControlScope;
  readonly mark: Mark;
  readonly sourceKeys: readonly SourceKey[];
  readonly effectiveFrom: EffectiveDate;
}

/** An instrument, or one part of it, with its controls. */
export interface Instrument<Id extends string = string> extends InstrumentHead {
  readonly controls: readonly Control<Id>[];
}

/** An instrument as its author writes it; long ones are written in parts that share one head. */
export interface InstrumentSpec<Id extends string> extends InstrumentHead {
  readonly controls: readonly ControlSpec<Id>[];
}

const idPattern = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;

/** Makes an instrument; its control ids become a type. */
export function defineInstrument<const Id extends string = never>(spec: InstrumentSpec<Id>): Instrument<Id> {
  const { controls, ...head } = spec;
  return Object.freeze({ ...head, controls: Object.freeze(controls.map((control) => completeControl(head, control))) });
}

function completeControl<Id extends string>(head: InstrumentHead, spec: ControlSpec<Id>): Control<Id> {
  if (!idPattern.test(spec.id) || !spec.id.startsWith(`${head.id}-`)) {
    throw new Error(`control id ${spec.id} must be ASCII, lowercase, and start with ${head.id}-`);
  }
  return Object.freeze({
    ...spec,
    instrument: head.id,
    clause: typeof spec.clause === 'string' ? cite(head.style, spec.clause) : spec.clause,
    levels: spec.levels ?? [],
    scope: spec.scope ?? 'system',
    mark: spec.mark ?? head.mark,
    sourceKeys: spec.sourceKeys ?? [head.sourceKey],
    effectiveFrom: spec.effectiveFrom ?? head.effectiveFrom,
  });
}
