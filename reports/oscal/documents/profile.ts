import { controlsOfLevel } from '../../../model/controls/control';
import type { Level } from '../../../model/level';
import { metadata } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, type OscalExport, type OscalPart } from '../parts/oscal-export';

/** The clauses that bind systems of a level, or every clause, as a profile of the catalog beside it. */
export function profileDocument(one: OscalExport, level?: Level): OscalPart {
  const chosen =
    level === undefined
      ? { 'include-all': {} }
      : { 'include-controls': [{ 'with-ids': controlsOfLevel(level).map(({ id }) => id) }] };
  const title = level === undefined ? oscalWords.wholeProfile : oscalWords.levelProfile;
  const of = level === undefined ? {} : { suffix: ` ${level}`, props: [property('level', level)] };
  return {
    profile: {
      uuid: one.ids.ofLasting('profile', String(level ?? 'all'), one.lawDigest),
      metadata: metadata(one, title, { version: `sha256:${one.lawDigest}`, ...of }),
      imports: [{ href: 'catalog.json', ...chosen }],
      merge: { 'as-is': true },
    },
  };
}
