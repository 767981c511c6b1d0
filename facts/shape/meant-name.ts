import { nearestName } from '../../model/nearest-name';

/** The name that a person most likely meant: the same but for capitals, else the nearest; undefined when none is near. */
export function tryFindMeantName(name: string, names: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  return names.find((one) => one.toLowerCase() === plain) ?? nearestName(name, names);
}
