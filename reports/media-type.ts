/** Media types by ending, of all files that a report may have in its folders. */
const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  'schema.json': 'application/schema+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The media type of a file by the ending of its path.
 * @throws RangeError where the ending is not in the table
 */
export function mediaTypeOf(path: string): string {
  const [, ...endings] = path.slice(path.lastIndexOf('/') + 1).split('.');
  const found = mediaTypes[endings.slice(-2).join('.')] ?? mediaTypes[endings.at(-1) ?? ''];
  if (found === undefined) throw new RangeError(`no media type is known of ${path}`);
  return found;
}
