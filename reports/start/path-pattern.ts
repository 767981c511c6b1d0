import { languages, type Language } from '../../model/text';

/** The part of a pattern that stands for a language. */
const LANGUAGE = '{language}';

/** The language of the files of a pattern, with the pattern in that language; once without one where it names none. */
export function inLanguages(
  pattern: string,
): readonly { readonly pattern: string; readonly language?: Language | undefined }[] {
  if (!pattern.includes(LANGUAGE)) return [{ pattern }];
  return languages.map((language) => ({ pattern: pattern.replaceAll(LANGUAGE, language), language }));
}

/** The paths that a pattern stands for; a part in `{…}` is a name that holds no slash. */
export function pathsOf(pattern: string, paths: readonly string[]): readonly string[] {
  const parts = pattern.split(/\{[a-z]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const meant = new RegExp(`^${parts.join('[^/]+')}$`);
  return paths.filter((path) => meant.test(path));
}
