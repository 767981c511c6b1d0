import type { TerraformStack } from 'cdktf';
import type { IValidation } from 'constructs';
import { readTerraform } from '../resources/read/terraform/terraform';
import { judgeObjects, type RuleChoice } from './judge-objects';

/**
 * The rules for somebody's cdktf stack: `stack.node.addValidation(new CdktfRules(stack))`, and synth fails with every
 * finding. What Terraform alone can tell is left to `ndc gate --plan`.
 */
export class CdktfRules implements IValidation {
  public constructor(
    private readonly stack: TerraformStack,
    private readonly choice: RuleChoice = {},
  ) {}

  /** What stands against the Kubernetes resources of the stack, or why they can't be read. */
  public validate(): string[] {
    const { objects, troubles } = readTerraform(JSON.stringify(this.stack.toTerraform()));
    const place = (address: string): string => `${this.stack.node.path} ${address}`;
    const unread = troubles.map(({ address, detail }) => `${place(address)}: ${detail}`);
    const known = objects.filter((one) => one.known).map((object) => ({ object, place: place(object.address) }));
    return [...unread, ...judgeObjects(known, 'terraform', this.choice).errors];
  }
}
