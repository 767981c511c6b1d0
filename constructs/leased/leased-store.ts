import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAccessPoint, CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3outposts';
import { Construct } from 'constructs';
import { storeStatements } from './leased-policy';

/** The store of third copies on a leased site. */
export interface LeasedStoreProps {
  readonly site: string;
  readonly bucketName: string;
  readonly accountId: string;
  readonly outpostId: string;
  readonly vpcId: string;
}

/**
 * A bucket of S3 on Outposts: its objects stand on the rack in the country, never in the provider's region
 * (Decree 163/2024 Art. 30.1). Copies arrive encrypted by the sender; the store adds its own layer. Reached from
 * the site's network only.
 */
export class LeasedStore extends Construct {
  public constructor(scope: Construct, id: string, props: LeasedStoreProps) {
    super(scope, id);
    const { site, bucketName, accountId, outpostId, vpcId } = props;
    const bucket = new CfnBucket(this, 'Resource', {
      bucketName,
      outpostId,
      lifecycleConfiguration: {
        rules: [
          { status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 7 }, id: 'abandoned-uploads' },
        ],
      },
      tags: [{ key: 'ndc:site', value: site }],
    });
    bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
    new CfnBucketPolicy(this, 'Policy', {
      bucket: bucket.attrArn,
      policyDocument: { Version: '2012-10-17', Statement: storeStatements(bucket.attrArn, accountId) },
    });
    new CfnAccessPoint(this, 'AccessPoint', {
      name: bucketName,
      bucket: bucket.attrArn,
      vpcConfiguration: { vpcId },
    });
  }
}
