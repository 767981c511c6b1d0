import { levels } from '../../model/level';
import type { Text } from '../../model/text';
import { dossierStates } from '../../model/tenancy/dossier';
import { pointStates } from '../points/live-report';
import { pointStateTexts } from '../points/point-words';
import { clauseStates } from '../report';
import { messages, stateTexts } from '../text/messages';
import { dossierTexts } from '../text/terms';
import { both, html, type Html } from './html';

/** One choice among the values of a row's `data-<name>`, which may hold several, parted by blanks. */
export interface Choice {
  readonly name: string;
  readonly label: Text;
  /** The option that leaves nothing out. */
  readonly every: Text;
  readonly options: readonly { readonly value: string; readonly text: Text }[];
}

/** Controls that filter the rows of one part of the page; hidden until the script works. */
export interface Filters {
  /** The part's `data-filter`. */
  readonly target: string;
  /** @default - the rows are filtered by text alone */
  readonly choices?: readonly Choice[];
}

/** The value of rows that are bound to no level. */
export const NO_LEVEL = 'none';

const levelOptions = levels.map((level) => ({
  value: String(level),
  text: { vi: `cấp độ ${level}`, en: `level ${level}` },
}));

/** By level, of systems. */
export const levelChoice: Choice = {
  name: 'level',
  label: messages.filterLevel,
  every: messages.everyLevel,
  options: levelOptions,
};

/** By level, of clauses, which may be bound to none. */
export const clauseLevelChoice: Choice = {
  ...levelChoice,
  options: [...levelOptions, { value: NO_LEVEL, text: messages.noLevels }],
};

/** By state, of clauses. */
export const clauseStateChoice: Choice = {
  name: 'state',
  label: messages.filterState,
  every: messages.everyState,
  options: clauseStates.map((state) => ({ value: state, text: stateTexts[state] })),
};

/** By state at a point where clusters were asked, of rules. */
export const pointStateChoice: Choice = {
  ...clauseStateChoice,
  options: pointStates.map((state) => ({ value: state, text: pointStateTexts[state] })),
};

/** By state of the dossier, of systems. */
export const dossierChoice: Choice = {
  name: 'state',
  label: messages.filterDossier,
  every: messages.everyState,
  options: dossierStates.map((state) => ({ value: state, text: dossierTexts[state] })),
};

/** Renders the controls, with a count that is read aloud when it changes. */
export function filters({ target, choices = [] }: Filters): Html {
  return html`<form class="filters" data-for="${target}" hidden>
    <label>${both(messages.filter)}<input type="search" /></label>${choices.map(choiceBox)}<output aria-live="polite"
      ><b></b> ${both(messages.shown)}</output
    >
  </form> `;
}

function choiceBox({ name, label, every, options }: Choice): Html {
  return html`<label
    >${both(label)}<select name="${name}">
      ${option('', every)}${options.map(({ value, text }) => option(value, text))}
    </select></label
  >`;
}

/** An option holds text alone: the script writes it in the chosen language. */
function option(value: string, { vi, en }: Text): Html {
  return html`<option value="${value}" data-vi="${vi}" data-en="${en}">${vi}</option>`;
}
