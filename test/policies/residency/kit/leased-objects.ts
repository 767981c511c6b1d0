import type { Model } from '../../../../model/model';
import type { LeasedSite } from '../../../../model/site/site';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { healthyModel } from '../../../support/healthy-model';
import { viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

const ACCOUNT = '111122223333';
const OUTPOST = 'op-0123456789abcdef0';

/** The healthy nation with a leased site and all that stands on it, bent in one way. */
export function leasing(edit: Edit = asWritten, model: Model = leasingModel()): AssemblyView {
  return viewOf({ model, resources: edit(objects) });
}

/** The healthy nation with one leased site, `leased`. */
export function leasingModel(): Model {
  const model = healthyModel();
  return { ...model, sites: [...model.sites, site] };
}

/** A resource of the leased site’s template. */
export function leasedObject(kind: string, name: string, properties: JsonObject): GivenResource {
  return {
    body: { Type: kind, Properties: properties, DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    kind,
    name,
    cluster: undefined,
    site: 'leased',
    artifact: { file: 'cloudformation/leased.template.json', engine: 'cloudformation', address: name },
  };
}

/** The id of a resource of the leased site’s template as a subject. */
export function leasedId(kind: string, name: string): string {
  return `leased/${kind}/-/${name}`;
}

const site: LeasedSite = {
  kind: 'leased',
  id: 'leased',
  officialName: { vi: 'Năng lực thuê thử', en: 'Test lease' },
  slot: 100,
  block: { ipv4: '10.100.0.0/16', ipv6: '2001:db8:64::/48' },
  fact: {
    kind: 'leased',
    officialName: { vi: 'Năng lực thuê thử', en: 'Test lease' },
    slot: 100,
    location: {
      latitude: 21,
      longitude: 105.8,
      country: 'VN',
      basis: 'parameter',
      note: { vi: 'Địa điểm dùng để thử', en: 'A place for tests' },
    },
    operator: 'national-owner',
    provider: 'aws',
    placement: 'outposts',
    controlRegion: 'ap-southeast-1',
    availabilityZone: 'ap-southeast-1a',
    outpostId: OUTPOST,
    accountId: ACCOUNT,
    keyStore: { id: 'key-store', country: 'VN' },
    contract: { id: 'LEASE-1', securityDuties: true },
  },
  origin: ['sites/leased'],
};

const bucketArn: JsonValue = { 'Fn::GetAtt': ['store', 'Arn'] };
const everything: JsonValue = [bucketArn, { 'Fn::Join': ['', [bucketArn, '/object/*']] }];
const keyArn: JsonValue = { 'Fn::GetAtt': ['key', 'Arn'] };
const peer = {
  CidrIp: '10.97.0.0/16',
  Description: 'TLS with dc-north',
  FromPort: 443,
  IpProtocol: 'tcp',
  ToPort: 443,
};

const keyPolicy: JsonObject = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'VolumesOfTheSite',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/ndc-leased-node` },
      Action: ['kms:Decrypt', 'kms:Encrypt'],
      Resource: '*',
    },
    {
      Sid: 'NoSharingWithOtherAccounts',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:ReplicateKey'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } },
    },
  ],
};

const bucketPolicy: JsonObject = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3-outposts:*',
      Resource: everything,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Sid: 'NobodyDeletes',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3-outposts:DeleteObject', 's3-outposts:DeleteBucket', 's3-outposts:PutLifecycleConfiguration'],
      Resource: everything,
      Condition: { StringNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/ndc-break-glass` } },
    },
  ],
};

const objects: readonly GivenResource[] = [
  leasedObject('AWS::EC2::VPC', 'network', { CidrBlock: '10.100.0.0/16' }),
  leasedObject('AWS::EC2::Subnet', 'subnet', {
    CidrBlock: '10.100.32.0/20',
    MapPublicIpOnLaunch: false,
    OutpostArn: `arn:aws:outposts:ap-southeast-1:${ACCOUNT}:outpost/${OUTPOST}`,
    VpcId: { 'Fn::GetAtt': ['network', 'VpcId'] },
  }),
  leasedObject('AWS::EC2::SecurityGroup', 'group', {
    GroupDescription: 'the data centers only',
    VpcId: { 'Fn::GetAtt': ['network', 'VpcId'] },
    SecurityGroupIngress: [peer],
    SecurityGroupEgress: [peer],
  }),
  leasedObject('AWS::KMS::Key', 'key', { KeyPolicy: keyPolicy, MultiRegion: false, Origin: 'EXTERNAL' }),
  leasedObject('AWS::S3Outposts::Bucket', 'store', { BucketName: 'test-leased-copies', OutpostId: OUTPOST }),
  leasedObject('AWS::S3Outposts::BucketPolicy', 'storePolicy', { Bucket: bucketArn, PolicyDocument: bucketPolicy }),
  leasedObject('AWS::EC2::LaunchTemplate', 'nodes', {
    LaunchTemplateData: {
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId: keyArn, VolumeSize: 100 } }],
      MetadataOptions: { HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1, HttpTokens: 'required' },
      Monitoring: { Enabled: true },
      NetworkInterfaces: [
        { AssociatePublicIpAddress: false, DeviceIndex: 0, Groups: [{ 'Fn::GetAtt': ['group', 'GroupId'] }] },
      ],
    },
  }),
  leasedObject('AWS::S3Outposts::AccessPoint', 'storeAccess', {
    Bucket: bucketArn,
    Name: 'test-leased-copies',
    VpcConfiguration: { VpcId: { 'Fn::GetAtt': ['network', 'VpcId'] } },
  }),
];
