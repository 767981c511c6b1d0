import { GENERATED_NOTICE } from '../generated-file';

/** A page from its blocks, with the notice that it is generated. */
export function markdownPage(title: string, blocks: readonly string[]): string {
  return [
    `<!-- ${GENERATED_NOTICE} -->`,
    '',
    `# ${title}`,
    '',
    blocks.filter((block) => block !== '').join('\n\n'),
    '',
  ].join('\n');
}

/** A table, or an empty text when it has no row. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function escapeCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('<', '&lt;');
}
