import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib';
import type { PolicyResult } from '../policies/evaluation';
import { objectRules } from '../policies/object-rules';
import { isObject } from '../resources/json-path';
import { readJson } from '../resources/read/text/read-json';
import type { JsonObject } from '../resources/resource';
import { eksObjects } from './eks-objects';
import { judgeObjects, type RuleChoice } from './judge-objects';

/**
 * The rules as a validation plugin of the AWS CDK: `Validations.of(app).addPlugins(new CdkRules())`. Judges the Kubernetes
 * objects that templates bring to EKS clusters; a template that can't be read is a violation, never a pass.
 */
export class CdkRules implements IPolicyValidationPlugin {
  public readonly name = 'ndc';
  public readonly ruleIds = objectRules.map(({ id }) => id);

  public constructor(private readonly choice: RuleChoice = {}) {}

  /** What stands against the templates of the given stacks, and no others. */
  public validate({ templatePaths }: IPolicyValidationContext): PolicyValidationPluginReport {
    const violations = templatePaths.flatMap((path) => this.judgeTemplate(path));
    return { success: violations.every(({ severity }) => severity !== 'error'), violations };
  }

  private judgeTemplate(templatePath: string): readonly PolicyViolation[] {
    const template = readTemplate(templatePath);
    if (typeof template === 'string') return [unreadable(templatePath, '', template)];
    const read = eksObjects(template);
    const troubles = read.flatMap(({ logicalId, trouble }) =>
      trouble === undefined ? [] : [unreadable(templatePath, logicalId, trouble)],
    );
    // All at once: a rule may ask about the namespace that another resource brings, and each evaluation has its price.
    const objects = read
      .filter(({ trouble }) => trouble === undefined)
      .flatMap(({ logicalId, objects: own }) => own.map((object) => ({ object, place: logicalId })));
    const { evaluation } = judgeObjects(objects, 'cloudformation', this.choice);
    return [...troubles, ...evaluation.results.flatMap((result) => violationsOf(result, templatePath))];
  }
}

function violationsOf(result: PolicyResult, templatePath: string): readonly PolicyViolation[] {
  const { policy, force, fail, error, unknown } = result;
  return [...fail, ...error, ...unknown].map(({ subject, where, got, want, file }, index) => ({
    ...wordsOf(policy),
    // What can't be told yet is settled at admission.
    severity: force === 'block' && index < fail.length + error.length ? 'error' : 'warning',
    violatingResources: [
      {
        resourceLogicalId: file ?? '',
        templatePath,
        locations: [`${subject} ${where}: got ${got}, want ${want}`],
      },
    ],
  }));
}

function readTemplate(path: string): JsonObject | string {
  const parsed = readJson(path);
  if (!parsed.ok) return parsed.detail;
  return isObject(parsed.value) ? parsed.value : 'the template is no object';
}

function unreadable(templatePath: string, resourceLogicalId: string, detail: string): PolicyViolation {
  return {
    ruleName: 'ndc/unreadable',
    description: `what can't be read can't be judged: ${detail}`,
    severity: 'error',
    violatingResources: [{ resourceLogicalId, templatePath, locations: [] }],
  };
}

function wordsOf(id: string): Pick<PolicyViolation, 'ruleName' | 'description' | 'fix'> {
  const policy = objectRules.find((one) => one.id === id)?.policy;
  return { ruleName: id, description: policy?.title.en ?? '', fix: policy?.fix.en ?? '' };
}
