import { dutyStates } from '../../model/attestations/due';
import { messages } from '../text/messages';
import { dutyStateTexts } from './due-texts';
import { dueWords } from './due-words';

/** Columns of the table of signed records, in every format. */
export const recordColumns = [
  messages.citation,
  messages.subject,
  dueWords.doneOn,
  dueWords.outcome,
  dueWords.counts,
  dueWords.attestedBy,
  dueWords.key,
  dueWords.attestedDocument,
] as const;

/** Columns of the table of duties that somebody must act on. */
export const toActOnColumns = [
  messages.citation,
  messages.subject,
  messages.state,
  messages.dueDate,
  dueWords.rhythm,
  messages.owner,
] as const;

/** Columns of the table of duties in numbers, by clause. */
export const clauseDutyColumns = [
  messages.citation,
  messages.requirement,
  dueWords.allDuties,
  ...dutyStates.map((state) => dutyStateTexts[state]),
  dueWords.dueSoon,
] as const;
