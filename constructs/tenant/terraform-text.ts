import { problem, ProblemError, type FactPath } from '../../model/problem';

/**
 * A text of a person as a literal of Terraform JSON: `${` and `%{` would start an expression, so they are escaped.
 * @throws ProblemError when the text holds the marker of a token, which no escape protects
 */
export function terraformText(text: string, origin: FactPath): string {
  if (text.includes('TfToken[')) {
    throw new ProblemError([
      problem({
        code: 'text-reserved',
        at: origin,
        what: 'the text holds a marker that the Terraform writer reserves',
        got: 'TfToken[',
        want: 'a text without TfToken[',
        next: 'write the name without it',
      }),
    ]);
  }
  return text.replaceAll('${', () => '$${').replaceAll('%{', '%%{');
}
