import { objectAt, textAt } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';

/** One error or warning as Terraform says it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource it is about.
   * @default - it isn't about one resource
   */
  readonly address?: string | undefined;
}

/** The longest summary or detail that is kept, in characters. */
const TEXT_LENGTH_MAX = 8_192;

const DIAGNOSTICS_MAX = 2_000;

/** The diagnostic in one message of `-json`; undefined when the message is another. */
export function diagnosticOf(message: JsonValue): Diagnostic | undefined {
  const found = objectAt(message, 'diagnostic');
  const severity = textAt(found, 'severity');
  if (severity !== 'error' && severity !== 'warning') return undefined;
  return {
    severity,
    summary: plain(textAt(found, 'summary') ?? ''),
    detail: plain(textAt(found, 'detail') ?? ''),
    address: textAt(found, 'address'),
  };
}

/** The errors in the text that commands without `-json` write. */
export function errorsInText(text: string): readonly Diagnostic[] {
  const parts = withoutControls(text)
    .replaceAll(/^[╷│╵] ?/gm, '')
    .split(/^Error: /m);
  return parts.slice(1, DIAGNOSTICS_MAX).map((part) => {
    const [summary = '', ...detail] = part.split('\n\n');
    return {
      severity: 'error',
      summary: plain(summary.replaceAll(/\s*\n\s*/g, ' ').trim()),
      detail: plain(detail.join('\n\n').trim()),
    };
  });
}

/** Text without terminal codes and other controls, cut to a length that can be kept. */
export function plain(text: string): string {
  return withoutControls(text).slice(0, TEXT_LENGTH_MAX);
}

const TERMINAL_CODE = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]{0,20}[A-Za-z]`, 'g');

function withoutControls(text: string): string {
  return text.replaceAll(TERMINAL_CODE, '').replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
