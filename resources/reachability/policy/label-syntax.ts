import { LABEL_LENGTH_MAX } from '../../../model/naming';

const PREFIX_MAX = 253;
const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** Whether a text may be the key of a label (IsQualifiedName of the API server): a name, or one after a domain. */
export function isLabelKey(text: string): boolean {
  const parts = text.split('/');
  const [name = '', prefix] = parts.toReversed();
  if (parts.length > 2 || !isName(name)) return false;
  return prefix === undefined || (prefix.length <= PREFIX_MAX && PREFIX.test(prefix));
}

/** Whether a text may be the value of a label (IsValidLabelValue): a name, or nothing. */
export function isLabelValue(text: string): boolean {
  return text === '' || isName(text);
}

function isName(text: string): boolean {
  return text.length <= LABEL_LENGTH_MAX && NAME.test(text);
}
