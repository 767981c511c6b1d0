import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAlias, CfnKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { accountRoot } from './leased-policy';

/** The key of a leased site. */
export interface LeasedKeyProps {
  readonly site: string;
  readonly accountId: string;
}

/**
 * A customer-managed key whose material is made in the country's own key store and imported (`EXTERNAL`): the
 * provider can't make it, and it is gone when we withdraw it. Deleting it takes the longest waiting time.
 */
export class LeasedKey extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, { site, accountId }: LeasedKeyProps) {
    super(scope, id);
    const key = new CfnKey(this, 'Resource', {
      description: `State data on the leased site ${site}; material imported from the key store in the country.`,
      origin: 'EXTERNAL',
      multiRegion: false,
      pendingWindowInDays: 30,
      keyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AdministratorsWithoutUse',
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${accountId}:role/ndc-key-administrator` },
            Action: [
              'kms:DescribeKey',
              'kms:GetKeyPolicy',
              'kms:PutKeyPolicy',
              'kms:GetParametersForImport',
              'kms:ImportKeyMaterial',
              'kms:DeleteImportedKeyMaterial',
              'kms:TagResource',
            ],
            Resource: '*',
          },
          {
            Sid: 'VolumesOfTheSite',
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${accountId}:role/ndc-leased-node` },
            Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey'],
            Resource: '*',
          },
          {
            Sid: 'NoSharingWithOtherAccounts',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:ReplicateKey'],
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalAccount': accountId } },
          },
          {
            Sid: 'OnlyThePlatformChangesPolicy',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
            Resource: '*',
            Condition: {
              StringNotEquals: {
                'aws:PrincipalArn': [`arn:aws:iam::${accountId}:role/ndc-break-glass`, accountRoot(accountId)],
              },
            },
          },
        ],
      },
    });
    key.applyRemovalPolicy(RemovalPolicy.RETAIN);
    new CfnAlias(this, 'Alias', { aliasName: `alias/ndc/${site}`, targetKeyId: key.attrArn });
    this.arn = key.attrArn;
  }
}
