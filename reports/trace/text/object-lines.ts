import { compareText, firstOrder } from '../../../model/build/sort';
import type { Trace, TraceObject } from '../trace';
import { counted, indent, listed, shownOf, type PageStyle } from './counted';
import { roleTexts, startTexts, traceWords } from './trace-words';

/** A judged thing: the facts behind it, what built it, and where it is written. */
export function objectLines(object: TraceObject, { language }: PageStyle): readonly string[] {
  const { id, kind, facts, constructPath, file, zone, level } = object;
  const rows = facts.map(({ as, id: name, place }) => [
    roleTexts[as][language],
    name === '' ? place : `${name}  ${place}`,
  ]);
  if (zone !== undefined) rows.push([traceWords.zone[language], zone]);
  if (level !== undefined) rows.push([traceWords.level[language], String(level)]);
  if (constructPath !== undefined) rows.push([traceWords.built[language], constructPath]);
  if (file !== undefined) rows.push([traceWords.stands[language], `${file.path}  ${file.address}`.trimEnd()]);
  const width = Math.max(0, ...rows.map(([head = '']) => head.length));
  return [
    `${startTexts[kind][language]} ${id}`,
    ...indent(rows.map(([head = '', text = '']) => `${head.padEnd(width)}  ${text}`)),
  ];
}

/** The facts behind a chain, each with what it leads to; those of most first. */
export function factLines({ facts, start }: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const total = ({ leads }: Trace['facts'][number]): number => leads.reduce((sum, { subjects }) => sum + subjects, 0);
  const asked = start.kind === 'source' ? facts.filter(({ place }) => start.places.includes(place)) : facts;
  const sorted = asked.toSorted((a, b) => firstOrder(total(b) - total(a), compareText(a.place, b.place)));
  const lines = shownOf(sorted, style, ({ place, leads }) => {
    const told = leads.map(({ as, id, subjects }) =>
      as === 'cause'
        ? `${subjects} ${traceWords.made[language]}`
        : `${subjects} ${traceWords.of[language]} ${roleTexts[as][language]} ${id}`,
    );
    return [`${place}  ${told.slice(0, LEADS_MAX).join(', ')}${told.length > LEADS_MAX ? ', …' : ''}`];
  });
  return indent(listed(`${traceWords.behind[language]}: ${counted(sorted.length, 'fact', language)}`, lines));
}

/** Ways in which one fact leads somewhere that its line names. */
const LEADS_MAX = 2;
