import type { LeasedSite } from '../../model/site/site';
import { valueAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { cloudText } from './leased/cloud-text';
import { judgeDisk, judgeDisks } from './leased/disk-encryption';

/** Types that keep no state data, or keep it on the rack; whatever isn't listed is refused. */
const DOMESTIC_TYPES: ReadonlySet<string> = new Set([
  ...['VPC', 'Subnet', 'SecurityGroup', 'SecurityGroupIngress', 'SecurityGroupEgress'].map((one) => `AWS::EC2::${one}`),
  ...['RouteTable', 'Route', 'SubnetRouteTableAssociation', 'LaunchTemplate', 'Volume'].map(
    (one) => `AWS::EC2::${one}`,
  ),
  ...['LocalGatewayRoute', 'LocalGatewayRouteTableVPCAssociation'].map((one) => `AWS::EC2::${one}`),
  ...['Key', 'Alias'].map((one) => `AWS::KMS::${one}`),
  ...['Bucket', 'BucketPolicy', 'AccessPoint', 'Endpoint'].map((one) => `AWS::S3Outposts::${one}`),
  ...['Role', 'InstanceProfile', 'ManagedPolicy'].map((one) => `AWS::IAM::${one}`),
]);

export default definePolicy({
  title: {
    vi: 'Dữ liệu trên năng lực thuê chỉ nằm trên giá máy trong nước, ổ đĩa mã hóa bằng khóa của ta',
    en: 'On leased capacity data lies on the rack in the country alone, on volumes encrypted with our key',
  },
  force: 'block',
  controls: ['d163-30.1', 'law-91-20.1c', 'qd2629-lease-tslcd'],
  why: {
    vi: 'Kho, cơ sở dữ liệu theo vùng của nhà cung cấp nằm ở nước ngoài dù máy chủ thuê nằm trong nước.',
    en: 'The provider’s regional stores and databases lie abroad, even when the rented servers stand in the country.',
  },
  fix: {
    vi: 'Dùng S3 on Outposts, mạng con trên giá máy, ổ đĩa có KmsKeyId trỏ tới khóa trong cùng mẫu.',
    en: 'Use S3 on Outposts, subnets on the rack, and volumes whose KmsKeyId points to a key of the template.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể không thuê năng lực nào.',
    en: 'A nation may lease no capacity.',
  },
  subjects: ({ view }) =>
    resourceSubjects(view.resources.all.filter((one) => one.artifact.engine === 'cloudformation')),
  check({ of: resource }, { view }) {
    const site = view.model.trySite(resource.site);
    if (site?.kind !== 'leased') return fail('site', resource.site, 'a leased site of the model');
    if (!DOMESTIC_TYPES.has(resource.kind)) return fail('Type', resource.kind, 'a type whose data stays on the rack');
    switch (resource.kind) {
      case 'AWS::EC2::Subnet':
        return onOutpost('OutpostArn', resource, site);
      case 'AWS::S3Outposts::Bucket':
        return onOutpost('OutpostId', resource, site);
      case 'AWS::EC2::Volume': {
        const place = onOutpost('OutpostArn', resource, site);
        return place.verdict === 'pass'
          ? judgeDisk(view, resource, { where: 'Properties', disk: valueAt(resource.body, 'Properties') })
          : place;
      }
      case 'AWS::EC2::LaunchTemplate':
        return judgeDisks(view, resource);
      default:
        return pass;
    }
  },
});

function onOutpost(field: string, { body }: Resource, { fact }: LeasedSite): Judgement {
  const where = `Properties.${field}`;
  const value = valueAt(body, 'Properties', field);
  const text = cloudText(value);
  if (value === undefined) return fail(where, 'none', fact.outpostId);
  if (text === undefined) return unknown(where, 'decided outside the template', fact.outpostId);
  return text === fact.outpostId || text.endsWith(`:outpost/${fact.outpostId}`)
    ? pass
    : fail(where, text, fact.outpostId);
}
