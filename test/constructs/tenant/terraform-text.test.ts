import { terraformText } from '../../../constructs/tenant/terraform-text';
import { ProblemError } from '../../../model/problem';

describe('terraformText()', () => {
  test.each([
    ['Phường Hoàn Kiếm', 'Phường Hoàn Kiếm'],
    ['${file("/etc/passwd")}', '$${file("/etc/passwd")}'],
    ['%{ for x in y }', '%%{ for x in y }'],
    ['$ and % alone', '$ and % alone'],
  ])('writes %p as a literal', (text, literal) => {
    expect(terraformText(text, ['nation'])).toBe(literal);
  });

  test('refuses the marker of a token and names the fact', () => {
    const attempt = (): string => terraformText('${TfToken[TOKEN.0]}', ['tenants', 'moh']);
    expect(attempt).toThrow(ProblemError);
    expect(attempt).toThrow('text-reserved');
  });
});
