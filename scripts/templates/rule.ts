import type { Template } from './template';

/** A rule on one object, which acts at all four points; it compiles once a clause is cited and examples are written. */
export const ruleTemplate: Template = {
  nameForm: '<subject>/<require|disallow|restrict>-<what>',
  namePattern: /^[a-z][a-z0-9-]*\/(?:require|disallow|restrict)-[a-z0-9-]+$/,
  next: 'choose the target, cite a clause, write the requirement and its examples: docs/how-to/write-a-rule.md',
  files: (name) => [{ path: `policies/${name}.ts`, text: ruleText }],
};

const ruleText = `import { all } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

export default defineRule({
  title: { vi: '', en: '' },
  force: 'block',
  controls: [],
  why: { vi: '', en: '' },
  fix: { vi: '', en: '' },
  on: workloads,
  require: () => all(),
  examples: { passes: {}, fails: {} },
});
`;
