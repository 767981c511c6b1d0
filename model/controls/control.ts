import type { Level } from '../level';
import type { Language } from '../text';
import { instruments, type ControlId } from './catalog';
import type { Control, Instrument, InstrumentHead } from './define-instrument';
import type { ParameterName } from './parameter';

export type { ControlId } from './catalog';

/** A control of the catalog under its typed id. */
export type CatalogControl = Control<ControlId>;

/** Every control, sorted by id. */
export const controls: readonly CatalogControl[] = instruments
  .flatMap((instrument): readonly CatalogControl[] => instrument.controls)
  .toSorted((a, b) => compareText(a.id, b.id));

/** Every instrument once, without its controls, sorted by id; an instrument in parts has one head. */
export const instrumentHeads: readonly InstrumentHead[] = [
  ...new Map(instruments.map((instrument): [string, InstrumentHead] => [instrument.id, headOf(instrument)])).values(),
].toSorted((a, b) => compareText(a.id, b.id));

const controlById: ReadonlyMap<string, CatalogControl> = new Map(controls.map((control) => [control.id, control]));

/** Whether a text is the id of a control. */
export function isControlId(text: string): text is ControlId {
  return controlById.has(text);
}

/** The control with an id. */
export function findControl(id: ControlId): CatalogControl {
  const control = controlById.get(id);
  if (control === undefined) throw new Error(`no control with the id ${id}`);
  return control;
}

/** The control with an id that somebody typed, or undefined. */
export function tryFindControl(id: string): CatalogControl | undefined {
  return controlById.get(id);
}

/** The controls that bind systems of a level, sorted by id; leaves out those bound to no level. */
export function controlsOfLevel(level: Level): readonly CatalogControl[] {
  return controls.filter((control) => control.levels.includes(level));
}

/** The controls of an instrument, sorted by id. */
export function controlsOfInstrument(id: string): readonly CatalogControl[] {
  return controls.filter((control) => control.instrument === id);
}

/** The head of an instrument. */
export function findInstrument(id: string): InstrumentHead {
  const head = instrumentHeads.find((one) => one.id === id);
  if (head === undefined) throw new Error(`no instrument with the id ${id}`);
  return head;
}

/** A threshold of a control; the control must carry it. */
export function findParameter(id: ControlId, name: ParameterName): number {
  const value = findControl(id).parameters?.[name];
  if (value === undefined) throw new Error(`control ${id} has no threshold ${name}`);
  return value;
}

/** The full citation of a control: its place and the number of the instrument. */
export function citationOf(control: Control, language: Language): string {
  return `${control.clause[language]}, ${findInstrument(control.instrument).number}`;
}

function headOf(instrument: Instrument): InstrumentHead {
  const { controls: _controls, ...head } = instrument;
  return head;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
