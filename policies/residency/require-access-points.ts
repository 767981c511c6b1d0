import { valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { logicalIdOf } from './leased/cloud-text';
import { leasedStores } from './leased/leased-stores';

const BUCKET = 'AWS::S3Outposts::Bucket';

export default definePolicy({
  title: {
    vi: 'Kho lưu trữ thuê chỉ vào được qua điểm truy cập gắn với mạng riêng của địa điểm',
    en: 'leased stores are reached through an access point of the site’s own network alone',
  },
  force: 'block',
  controls: ['d163-30.1', 'tcvn-14423-5.12.2.4d', 'd331-30.8'],
  why: {
    vi: 'Không có điểm truy cập thì bản sao không ghi vào được; điểm ở ngoài mạng riêng thì ai cũng tới được.',
    en: 'Without an access point no copy gets in; one outside of the own network lets everybody come.',
  },
  fix: {
    vi: 'Sinh lại AccessPoint của kho với VpcConfiguration của địa điểm.',
    en: 'Synthesize the store’s AccessPoint with the VpcConfiguration of the site.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể không thuê kho lưu trữ nào.', en: 'A nation may lease no store.' },
  subjects: ({ view }) => leasedStores(view).filter(({ of }) => of.kind === BUCKET),
  check({ of: bucket }, { view }) {
    const template = view.resources.inFile(bucket.artifact.file);
    const points = template
      .filter((one) => one.kind === 'AWS::S3Outposts::AccessPoint')
      .filter((one) => logicalIdOf(valueAt(one.body, 'Properties', 'Bucket')) === bucket.name);
    if (points.length === 0) return fail('AWS::S3Outposts::AccessPoint', `none of ${bucket.name}`, 'one');
    const networks = template.filter((one) => one.kind === 'AWS::EC2::VPC').map((one) => one.name);
    for (const { name, body } of points) {
      const network = logicalIdOf(valueAt(body, 'Properties', 'VpcConfiguration', 'VpcId')) ?? 'none';
      if (!networks.includes(network)) return fail(`${name}: VpcConfiguration`, network, 'the site’s network');
    }
    return pass;
  },
});
