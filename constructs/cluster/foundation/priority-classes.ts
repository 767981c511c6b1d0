import { PriorityClass } from '@cdktf/provider-kubernetes/lib/priority-class';
import { Construct } from 'constructs';
import { levels } from '../../../model/level';
import { labels, MANAGED_BY } from '../../../model/naming';
import { levelPriorityClass, PLATFORM_PRIORITY_CLASS } from '../priority-class-name';

/** Priority of the platform; a level's is its number of these steps, so 5 is half. */
const PLATFORM_PRIORITY = 1_000_000;
const LEVEL_STEP = 100_000;

/** Who keeps running when a cluster is short: the platform, then systems by their level; none is the default. */
export class PriorityClasses extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#write(PLATFORM_PRIORITY_CLASS, PLATFORM_PRIORITY, 'services of the platform');
    for (const level of levels) this.#write(levelPriorityClass(level), level * LEVEL_STEP, `systems of level ${level}`);
  }

  #write(name: string, value: number, description: string): void {
    new PriorityClass(this, name, {
      metadata: { name, labels: { [labels.managedBy]: MANAGED_BY } },
      description,
      value,
      globalDefault: false,
    });
  }
}
