import { labels } from '../../model/naming';
import { textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { BackupDestination } from '../../resources/view/backup-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi lịch sao lưu có nơi lưu trong cùng cụm, kết nối TLS, mã hóa, ở đúng địa điểm của bản sao',
    en: 'Every backup schedule has a location in its cluster, reached over TLS, encrypted, at the copy’s site',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a', 'tcvn-14423-4.11.2.4', 'tcvn-14423-5.12-protocols'],
  why: {
    vi: 'Lịch trỏ tới nơi lưu không có thì không sao lưu gì; kết nối không kiểm tra chứng thư thì lộ toàn bộ dữ liệu.',
    en: 'A schedule whose location is missing copies nothing; a store whose certificate nobody checks leaks everything.',
  },
  fix: {
    vi: 'Tạo BackupStorageLocation cùng cụm, s3Url bắt đầu bằng https, có serverSideEncryption, không bỏ kiểm tra TLS.',
    en: 'Write the BackupStorageLocation in the same cluster, with an https s3Url, serverSideEncryption and TLS checks on.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Schedule', 'velero.io/')),
  check({ of: schedule }, { view }) {
    const name = textAt(schedule.body, 'spec', 'template', 'storageLocation') ?? 'default';
    const id = `${schedule.cluster ?? ''}/BackupStorageLocation/${schedule.namespace ?? '-'}/${name}`;
    const location = view.resources.tryFind(id);
    if (location === undefined) return fail('spec.template.storageLocation', `no ${id}`, 'a location that exists');
    const bucket = textAt(location.body, 'spec', 'objectStorage', 'bucket') ?? '';
    const site = view.backup.trySiteOfBucket(bucket);
    return (
      judgeLocation(location) ??
      judgeBucket(view, { resource: location, bucket, site }) ??
      judgePlace(schedule, { resource: location, bucket, site })
    );
  },
});

function judgeLocation(location: Resource): Judgement | undefined {
  const config = (key: string): string | undefined => textAt(location.body, 'spec', 'config', key);
  const where = (key: string): string => `${location.name}: spec.config.${key}`;
  const url = config('s3Url');
  if (url === undefined) return fail(where('s3Url'), 'none', 'the address of a store in the country');
  if (!url.startsWith('https://')) return fail(where('s3Url'), url, 'https://…');
  if ((config('insecureSkipTLSVerify') ?? 'false') !== 'false') {
    return fail(where('insecureSkipTLSVerify'), config('insecureSkipTLSVerify') ?? '', 'false');
  }
  const encryption = config('serverSideEncryption') ?? 'none';
  if (!['AES256', 'aws:kms'].includes(encryption)) return fail(where('serverSideEncryption'), encryption, 'AES256');
  const mode = textAt(location.body, 'spec', 'accessMode') ?? 'ReadWrite';
  return mode === 'ReadWrite' ? undefined : fail(`${location.name}: spec.accessMode`, mode, 'ReadWrite');
}

/** A bucket on a leased site is one that the site's own template makes. */
function judgeBucket(view: AssemblyView, { resource, bucket, site }: BackupDestination): Judgement | undefined {
  if (site === undefined || view.model.trySite(site)?.kind !== 'leased') return undefined;
  const made = view.resources.atSite(site, 'AWS::S3Outposts::Bucket');
  return made.some((one) => textAt(one.body, 'Properties', 'BucketName') === bucket)
    ? undefined
    : fail(
        `${resource.name}: spec.objectStorage.bucket`,
        `no ${bucket} in the template of ${site}`,
        'a bucket that exists',
      );
}

/** The site that schedule and location say is the one that the bucket tells. */
function judgePlace(schedule: Resource, { resource, bucket, site }: BackupDestination): Judgement {
  const where = `${resource.name}: spec.objectStorage.bucket`;
  if (site === undefined) return unknown(where, bucket, 'a bucket named <environment>-<site>-<use>');
  const said = [resource, schedule].map(
    (one) => textAt(one.body, 'metadata', 'labels', labels.site) ?? 'no site label',
  );
  const other = said.find((one) => one !== site);
  return other === undefined ? pass : fail(where, `at ${site}`, `at ${other}`);
}
