import { camelCase, type Template } from './template';

/** A report format and its test. */
export const formatTemplate: Template = {
  nameForm: '<format>',
  namePattern: /^[a-z][a-z0-9-]*$/,
  next: 'say what it is in both languages, write render, and a test of what a reader must find in it',
  files: (name) => [
    { path: `reports/formats/${name}.ts`, text: formatText(name) },
    { path: `test/reports/formats/${name}.test.ts`, text: testText(name) },
  ],
};

function formatText(name: string): string {
  return `import { defineFormat } from '../define-format';

export default defineFormat({
  summary: { vi: '', en: '' },
  reader: 'auditor',
  file: 'report.${name}',
  mediaType: 'text/plain',
  render: () => '',
});
`;
}

function testText(name: string): string {
  const variable = `${camelCase(name)}Format`;
  return `import ${variable} from '../../../reports/formats/${name}';

describe('report format ${name}', () => {
  it('has the name of its kind of file', () => {
    expect(${variable}.file).toBe('');
  });
});
`;
}
