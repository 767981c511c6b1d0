import { messages } from '../text/messages';
import { pointWords } from './point-words';

/** Columns of the table of findings that points other than the assembly have, in every format. */
export const pointFindingColumns = [
  messages.rule,
  pointWords.point,
  messages.state,
  messages.subject,
  messages.where,
  messages.got,
  messages.want,
] as const;
