const LINE_OCTETS_MAX = 75;

/** The only properties that our calendars have. */
const PROPERTY =
  /^(?:BEGIN|END|VERSION|PRODID|CALSCALE|NAME|X-WR-CALNAME|UID|DTSTAMP|DTSTART;VALUE=DATE|DTEND;VALUE=DATE|SUMMARY|DESCRIPTION|CATEGORIES|TRANSP):(?<value>.*)$/su;

/**
 * The values of an iCalendar (RFC 5545): lines unfolded (3.1), texts unescaped (3.3.11), components nested as they must be.
 * @throws Error that tells what isn't legal, or isn't ours
 */
export function readCalendar(file: string): readonly string[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = file.slice(0, -2).split('\r\n');
  const long = lines.find((line) => Buffer.byteLength(line) > LINE_OCTETS_MAX);
  if (long !== undefined) throw new Error(`a line too long: ${long}`);
  const open: string[] = [];
  return file
    .slice(0, -2)
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const value = PROPERTY.exec(line)?.groups?.['value'];
      if (value === undefined) throw new Error(`no property of ours: ${line.slice(0, 80)}`);
      if (line.startsWith('BEGIN:')) open.push(value);
      if (line.startsWith('END:') && open.pop() !== value) throw new Error(`${line} ends nothing`);
      if (open.some((one) => !['VCALENDAR', 'VEVENT'].includes(one))) throw new Error(`a component: ${line}`);
      return unescaped(value);
    });
}

function unescaped(value: string): string {
  const bad = /(?<!\\)(?:\\\\)*(?<one>[;,]|\\(?![\\;,n]))/u.exec(value);
  if (bad !== null && /[;,]/.test(bad.groups?.['one'] ?? ''))
    throw new Error(`more than one value: ${value.slice(0, 80)}`);
  return value.replace(/\\(?<one>[\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one));
}
