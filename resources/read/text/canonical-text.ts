import { canonicalJson } from '../../../model/canonical-json';

/** The canonical JSON of a value that was read from JSON; far cheaper where its keys already stand sorted. */
export function canonicalText(value: object): string {
  return isSorted(value) ? JSON.stringify(value) : canonicalJson(value);
}

/** Whether every object in a value has its keys in the order of their code units. */
function isSorted(value: object): boolean {
  const rest: object[] = [value];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    let before = '';
    for (const [key, member] of Object.entries(one) as [string, unknown][]) {
      if (key < before && !Array.isArray(one)) return false;
      before = key;
      if (typeof member === 'object' && member !== null) rest.push(member);
    }
  }
  return true;
}
