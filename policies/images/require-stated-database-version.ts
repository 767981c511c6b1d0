import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** Twin of images/require-stated-version: databases name their image in an object of their operator. */
export default definePolicy({
  title: {
    vi: 'Ảnh của mọi cơ sở dữ liệu có phiên bản hoặc mã băm, không phải latest',
    en: 'the image of every database has a version or a digest, and it is not latest',
  },
  force: 'block',
  controls: ['tcvn-14423-3.3-approved-software', 'tcvn-14423-4.7.2.2', 'tcvn-14423-6.16.2.4'],
  why: {
    vi: 'latest hôm nay không phải latest ngày mai: bản sao lưu có thể không khôi phục được bằng bản cơ sở dữ liệu mới.',
    en: 'What is latest today isn’t tomorrow: a backup may not restore into another release of the database.',
  },
  fix: {
    vi: 'Ghi phiên bản cụ thể hoặc mã băm trong spec.imageName.',
    en: 'Write the exact version or the digest in spec.imageName.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Cluster', 'postgresql.cnpg.io/')),
  check({ of: database }) {
    const image = textAt(database.body, 'spec', 'imageName');
    if (image === undefined) return unknown('spec.imageName', 'not said', 'a version or a digest');
    return /:[^/:@]+$/.test(image) && !image.endsWith(':latest')
      ? pass
      : fail('spec.imageName', image, 'a version or a digest');
  },
});
