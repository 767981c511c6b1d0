import { addDays, daysBetween } from '../../model/controls/days-between';
import { problem, ProblemError } from '../../model/problem';
import { textOption, type CommandInput } from '../command';
import { today, type Io } from '../io';

/**
 * The day (`YYYY-MM-DD`) that an option names; today in Vietnam when it isn't given.
 * @throws ProblemError when it is none, such as 30 February
 */
export function dayOption(input: CommandInput, name: string, io: Pick<Io, 'now'>): string {
  const given = textOption(input, name);
  if (given === undefined) return today(io);
  if (/^2\d{3}-\d\d-\d\d$/.test(given) && daysBetween(given, given) === 0 && addDays(given, 0) === given) return given;
  throw new ProblemError([
    problem({
      code: 'day-form',
      at: [`--${name}`],
      what: 'this is no day',
      got: given,
      want: 'a day written YYYY-MM-DD',
      next: `correct --${name}`,
    }),
  ]);
}
