import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leasedUnits } from '../../stacks/leased-units';
import { buildUnit } from '../../synth/build-unit';
import { environmentModel } from '../environments/environment-model';

interface LeasedResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

interface Template {
  readonly Resources: Readonly<Record<string, LeasedResource>>;
  readonly [section: string]: unknown;
}

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Condition?: object;
}

const { model } = environmentModel('sandbox');
const scratch = mkdtempSync(join(tmpdir(), 'ndc-leased-'));
const [unit] = leasedUnits(model);
if (unit === undefined) throw new Error('the sandbox has a leased site');
const { text, objects } = buildUnit(unit, scratch);
const template = JSON.parse(text) as Template;

afterAll(() => rmSync(scratch, { recursive: true }));

/** The properties of every resource of a type. */
function ofType(type: string): readonly LeasedResource[] {
  return Object.values(template.Resources).filter((resource) => resource.Type === type);
}

function statementsOf(document: unknown): readonly Statement[] {
  return (document as { Statement: readonly Statement[] }).Statement;
}

describe('the template of a leased site', () => {
  test('makes these resources and no others', () => {
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect([...new Set(types)].toSorted()).toEqual([
      'AWS::EC2::LaunchTemplate',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::Subnet',
      'AWS::EC2::VPC',
      'AWS::KMS::Alias',
      'AWS::KMS::Key',
      'AWS::S3Outposts::AccessPoint',
      'AWS::S3Outposts::Bucket',
      'AWS::S3Outposts::BucketPolicy',
    ]);
    expect(objects.map(({ address }) => address)).toEqual(Object.keys(template.Resources).toSorted());
  });

  test('needs nothing of the engine’s own bootstrap', () => {
    expect(Object.keys(template).toSorted()).toEqual(['Description', 'Resources']);
  });

  test('keeps data on the rack in the country: stores and subnet name the outpost, no gateway leads out', () => {
    const { fact } = model.sites.find((site) => site.kind === 'leased') ?? { fact: { outpostId: '' } };
    for (const { Properties } of ofType('AWS::S3Outposts::Bucket'))
      expect(Properties['OutpostId']).toBe(fact.outpostId);
    const [subnet] = ofType('AWS::EC2::Subnet');
    expect(subnet?.Properties).toMatchObject({
      OutpostArn: expect.stringContaining(fact.outpostId) as string,
      MapPublicIpOnLaunch: false,
    });
  });

  test('has a bucket for each kind of copy that systems keep there', () => {
    const buckets = ofType('AWS::S3Outposts::Bucket').map(({ Properties }) => Properties['BucketName']);
    const copies = model.systems.flatMap(({ backup }) => backup?.copies ?? []).filter(({ site }) => site === unit.site);
    const wanted = new Set(copies.map(({ medium, lockDays }) => `sandbox-${unit.site}-${medium}-lock-${lockDays}`));
    expect(wanted.size).toBeGreaterThan(0);
    expect(new Set(buckets)).toEqual(wanted);
    expect(buckets).toHaveLength(wanted.size);
  });

  test('imports the material of its key, keeps it in one region, and lets nobody delete it by the way', () => {
    const [key] = ofType('AWS::KMS::Key');
    expect(key).toMatchObject({
      Properties: { Origin: 'EXTERNAL', MultiRegion: false, PendingWindowInDays: 30 },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    const denied = statementsOf(key?.Properties['KeyPolicy']).filter(({ Effect }) => Effect === 'Deny');
    expect(denied.map(({ Sid }) => Sid)).toEqual(['NoSharingWithOtherAccounts', 'OnlyThePlatformChangesPolicy']);
  });

  test('grants no wildcard action in any policy', () => {
    const documents = [...ofType('AWS::KMS::Key'), ...ofType('AWS::S3Outposts::BucketPolicy')].map(
      ({ Properties }) => Properties['KeyPolicy'] ?? Properties['PolicyDocument'],
    );
    const allowed = documents.flatMap(statementsOf).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(1);
    expect(allowed.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('takes copies over TLS only, from its own account, and lets nobody delete them', () => {
    const policies = ofType('AWS::S3Outposts::BucketPolicy');
    expect(policies).toHaveLength(ofType('AWS::S3Outposts::Bucket').length);
    for (const { Properties } of policies) {
      const statements = statementsOf(Properties['PolicyDocument']);
      expect(statements.map(({ Sid, Effect }) => `${Effect} ${Sid}`)).toEqual([
        'Deny TlsOnly',
        'Deny NobodyDeletes',
        'Deny NobodyOutsideTheAccount',
      ]);
      expect(statements[0]?.Condition).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    }
    expect(ofType('AWS::S3Outposts::Bucket').filter(({ DeletionPolicy }) => DeletionPolicy !== 'Retain')).toEqual([]);
  });

  test('lets traffic in and out over TLS with the data centers alone', () => {
    const [group] = ofType('AWS::EC2::SecurityGroup');
    const blocks = model.sites.flatMap((site) => (site.kind === 'national-data-center' ? [site.block.ipv4] : []));
    for (const side of ['SecurityGroupIngress', 'SecurityGroupEgress']) {
      const rules = group?.Properties[side] as readonly { CidrIp: string; FromPort: number; ToPort: number }[];
      expect(rules.map(({ CidrIp }) => CidrIp)).toEqual(blocks);
      expect(rules.filter(({ FromPort, ToPort }) => FromPort !== 443 || ToPort !== 443)).toEqual([]);
    }
  });

  test('starts nodes with encrypted volumes, session tokens and no public address', () => {
    const [launch] = ofType('AWS::EC2::LaunchTemplate');
    expect(launch?.Properties['LaunchTemplateData']).toMatchObject({
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      NetworkInterfaces: [{ AssociatePublicIpAddress: false }],
      BlockDeviceMappings: [{ Ebs: { Encrypted: true, KmsKeyId: expect.anything() as unknown } }],
    });
  });
});
