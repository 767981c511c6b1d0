import type { Text } from '../../../model/text';
import { oscalWords } from './oscal-words';
import { OSCAL_VERSION, property, say, some, type OscalExport, type OscalPart } from './oscal-export';
import { plain } from './oscal-text';

/** What differs in the metadata of documents. */
interface MetadataMore {
  /** Behind the title, such as a level.
   * @default - the title alone
   */
  readonly suffix?: string;
  /** @default - no properties but the language */
  readonly props?: readonly OscalPart[];
  /** @default - none */
  readonly roles?: readonly OscalPart[];
  /** Parties beside the nation.
   * @default - none
   */
  readonly parties?: readonly OscalPart[];
  /** @default - none */
  readonly remarks?: Text;
}

/** The head of a document: its version is the digest of what it was made from, its moment the day of evaluation. */
export function metadata(one: OscalExport, title: Text, more: MetadataMore & { readonly version: string }): OscalPart {
  return {
    title: say(one, title) + (more.suffix ?? ''),
    'last-modified': one.moment,
    version: plain(more.version),
    'oscal-version': OSCAL_VERSION,
    props: [property('language', one.language), ...(more.props ?? [])],
    roles: some(more.roles ?? []),
    parties: [nationParty(one), ...(more.parties ?? [])],
    remarks: more.remarks === undefined ? undefined : say(one, more.remarks),
  };
}

/** The nation as the organization that the documents are of. */
function nationParty({ source: { report }, ids, language }: OscalExport): OscalPart {
  return {
    uuid: ids.ofLasting('nation', report.environment),
    type: 'organization',
    name: plain(report.officialName[language]),
  };
}

/** The roles that parties have in these documents. */
export function roles(one: OscalExport, ids: readonly ('owner' | 'approver')[]): readonly OscalPart[] {
  return ids.map((id) => ({ id, title: say(one, oscalWords[id]) }));
}
