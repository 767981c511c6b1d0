import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import type { BackupPlan } from '../../model/tenancy/backup';
import type { System } from '../../model/tenancy/system';

/** The drill that proves a system's copies. */
export interface RestoreDrillProps {
  readonly system: System;
  readonly plan: BackupPlan;
  readonly namespace: string;
}

/**
 * The declaration of a restore drill: how often (TCVN 14423:2026 x.11.2.1 a, 6.11.2.5, 7.11.2.5), from which
 * copies, and what counts as passed. Drills are run and recorded by the drill command; this is what it reads.
 */
export class RestoreDrill extends Construct {
  public constructor(scope: Construct, id: string, { system, plan, namespace }: RestoreDrillProps) {
    super(scope, id);
    const { rpoMinutes, rtoMinutes } = system.recovery;
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'restore-drill',
        namespace,
        labels: { [labels.managedBy]: MANAGED_BY, [labels.system]: system.id, [labels.level]: String(system.level) },
      },
      data: {
        system: system.id,
        everyDays: String(plan.restoreTestDays),
        copies: plan.copies
          .filter((copy) => copy.medium !== 'primary')
          .map((copy) => `${copy.site}/${copy.medium}`)
          .join(','),
        dataAgeMinutesMax: String(rpoMinutes),
        restoreMinutesMax: String(rtoMinutes),
      },
    });
  }
}
