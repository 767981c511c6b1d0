import { CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** How burst nodes on a leased site start. */
export interface LeasedNodesProps {
  readonly site: string;
  readonly keyArn: string;
  readonly securityGroupId: string;
  readonly accountId: string;
}

const ROOT_VOLUME_GIB = 100;

/** A launch template: volumes encrypted with our key, metadata by session token only, no public address. */
export class LeasedNodes extends Construct {
  public constructor(scope: Construct, id: string, { site, keyArn, securityGroupId, accountId }: LeasedNodesProps) {
    super(scope, id);
    new CfnLaunchTemplate(this, 'Resource', {
      launchTemplateName: `ndc-${site}-burst`,
      launchTemplateData: {
        iamInstanceProfile: { arn: `arn:aws:iam::${accountId}:instance-profile/ndc-leased-node` },
        metadataOptions: { httpTokens: 'required', httpEndpoint: 'enabled', httpPutResponseHopLimit: 1 },
        monitoring: { enabled: true },
        networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: false, groups: [securityGroupId] }],
        blockDeviceMappings: [
          {
            deviceName: '/dev/xvda',
            ebs: {
              encrypted: true,
              kmsKeyId: keyArn,
              volumeSize: ROOT_VOLUME_GIB,
              volumeType: 'gp2',
              deleteOnTermination: true,
            },
          },
        ],
        tagSpecifications: [{ resourceType: 'instance', tags: [{ key: 'ndc:site', value: site }] }],
      },
    });
  }
}
