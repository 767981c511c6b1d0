import { controls, instrumentHeads, type ControlId } from '../../model/controls/control';
import type { TraceStart } from './trace-start';

/** The catalog by what auditors write of the law: an instrument, an article or clause of it, or one control. */
export class ClausePlaces {
  /** Controls by clause: `d331-22.3`; a control that cites two clauses is under both. */
  private readonly byClause = new Map<string, Set<ControlId>>();

  public constructor() {
    for (const { id, instrument, clause } of controls) {
      const cited = clause.en
        .split('; ')
        .map(plainPlace)
        .filter(isNumbered)
        .map((place) => `${instrument}-${place}`);
      for (const name of [...cited, ...parentsOf(id)].flatMap(withOuterPlaces)) this.add(name, id);
    }
  }

  /** Every name that is understood, for those who misspell one. */
  public names(): readonly string[] {
    return [...instrumentHeads.map(({ id }) => id), ...controls.map(({ id }) => id), ...this.byClause.keys()];
  }

  /** What a text names; undefined when it names nothing of the law. */
  public tryFind(text: string): TraceStart | undefined {
    const control = controls.find(({ id }) => id === text);
    if (control !== undefined) return { kind: 'control', id: text, controls: [control.id] };
    const clause = this.byClause.get(text);
    if (clause !== undefined) return { kind: 'clause', id: text, controls: [...clause].toSorted() };
    const ofInstrument = controls.filter(({ instrument }) => instrument === text).map(({ id }) => id);
    return ofInstrument.length === 0 ? undefined : { kind: 'instrument', id: text, controls: ofInstrument };
  }

  private add(name: string, id: ControlId): void {
    const found = this.byClause.get(name) ?? new Set();
    this.byClause.set(name, found.add(id));
  }
}

/** The place of a citation as ids write it: `Art. 31.2(d)` is `31.2d`, `clause 5.8.2.1 a` is `5.8.2.1a`. */
function plainPlace(citation: string): string {
  return citation
    .replace(/^(?:Art\.|clause) /, '')
    .replaceAll(/[\s()]/g, '')
    .toLowerCase();
}

/** Some sources give no number. */
function isNumbered(place: string): boolean {
  return /^[a-z]?\d/.test(place);
}

/** Names of which an id is a part by its dashes: `d331-22.3-identity` is of `d331-22.3`. */
function parentsOf(id: string): readonly string[] {
  const parts = id.split('-');
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('-'))
    .filter((name) => name !== id && !instrumentHeads.some((one) => one.id === name || one.id.startsWith(`${name}-`)));
}

/** A clause with the clauses and the article around it: `d331-22.3a`, `d331-22.3`, `d331-22`. */
function withOuterPlaces(name: string): readonly string[] {
  const outer = /^(.+-\d[\d.]*\d|.+-\d)[^\d.-].*$/.exec(name)?.[1] ?? /^(.+-\d.*)\.\d+$/.exec(name)?.[1];
  return outer === undefined ? [name] : [name, ...withOuterPlaces(outer)];
}
