import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY, storageClassName } from '../../model/naming';
import type { DataSet, System } from '../../model/tenancy/system';

/** One object store of a system in one namespace. */
export interface ObjectBucketProps {
  readonly system: System;
  readonly dataSet: DataSet;
  readonly namespace: string;
}

/** A Rook ObjectBucketClaim, with a size limit, on the system's own object storage class. */
export class ObjectBucket extends Construct {
  public constructor(scope: Construct, id: string, { system, dataSet, namespace }: ObjectBucketProps) {
    super(scope, id);
    const name = `${system.shortName}-${dataSet.name}`;
    new ApiObject(this, 'Resource', {
      apiVersion: 'objectbucket.io/v1alpha1',
      kind: 'ObjectBucketClaim',
      metadata: {
        name,
        namespace,
        labels: {
          [labels.managedBy]: MANAGED_BY,
          [labels.system]: system.id,
          [labels.level]: String(system.level),
          [labels.zone]: dataSet.zone,
        },
      },
      spec: {
        generateBucketName: name,
        storageClassName: `${storageClassName(system.id)}-objects`,
        additionalConfig: { maxSize: `${dataSet.sizeGiB}Gi` },
      },
    });
  }
}
