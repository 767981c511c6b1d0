import { ApiObject } from 'cdk8s';
import type { IConstruct, IValidation } from 'constructs';
import { kubernetesAddress } from '../resources/read/kubernetes';
import type { ReadObject } from '../resources/read/dialect';
import { textAt } from '../resources/json-path';
import type { JsonObject } from '../resources/resource';
import { judgeObjects, type AppObject, type RuleChoice } from './judge-objects';

/**
 * The rules for somebody's cdk8s app or chart: `chart.node.addValidation(new Cdk8sRules(chart))`, and synth fails with
 * every finding, each with the path of its construct.
 */
export class Cdk8sRules implements IValidation {
  public constructor(
    private readonly scope: IConstruct,
    private readonly choice: RuleChoice = {},
  ) {}

  /** What stands against the objects below the scope; tokens that no cdk8s app resolves are left to the plan. */
  public validate(): string[] {
    const objects = this.scope.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one));
    return [...judgeObjects(objects.map(appObject), 'kubernetes', this.choice).errors];
  }
}

function appObject(of: ApiObject): AppObject {
  const body = of.toJson() as JsonObject;
  const [kind, name] = [of.kind, textAt(body, 'metadata', 'name') ?? of.name];
  const namespace = textAt(body, 'metadata', 'namespace');
  const object: ReadObject = {
    address: kubernetesAddress(kind, namespace, name),
    apiVersion: of.apiVersion,
    kind,
    name,
    namespace,
    body,
    known: true,
  };
  return { object, place: of.node.path };
}
