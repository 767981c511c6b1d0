import { camelCase, lastPart, type Template } from './template';

/** A policy and its test; neither passes before a clause is cited and the three kinds of case are written. */
export const policyTemplate: Template = {
  nameForm: '<subject>/<require|disallow|restrict>-<what>',
  namePattern: /^[a-z][a-z0-9-]*\/(?:require|disallow|restrict)-[a-z0-9-]+$/,
  next: 'cite a clause in controls, write the check, then cases that pass, fail and are ignored',
  files: (name) => [
    { path: `policies/${name}.ts`, text: policyText },
    { path: `test/policies/${name}.test.ts`, text: testText(name) },
  ],
};

const policyText = `import { definePolicy, unknown } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: { vi: '', en: '' },
  force: 'block',
  controls: [],
  why: { vi: '', en: '' },
  fix: { vi: '', en: '' },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check: () => unknown('', '', ''),
});
`;

function testText(name: string): string {
  const variable = camelCase(lastPart(name));
  return `import ${variable} from '../../../policies/${name}';
import { describePolicy } from '../../support/describe-policy';

describePolicy('${name}', ${variable}, {
  passes: {},
  fails: {},
  ignores: {},
});
`;
}
