import type { PolicyTrouble } from '../../resources/reachability/policy/policy';
import { visibleText } from '../text/visible-text';

/** What is wrong with an object in one line: the file and address, the part, what was got and what is wanted. */
export function troubleText({ resource, where, got, want }: PolicyTrouble): string {
  const { file, address } = resource.artifact;
  return visibleText(`${file}: ${address}: ${where}: got ${got}, want ${want}`);
}
