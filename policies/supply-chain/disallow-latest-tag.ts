import { definePolicy, fail, pass, unknown } from '../define-policy';
import { imagesOf, imageSubjects } from './images/images-of';

export default definePolicy({
  title: {
    vi: 'Mọi ảnh có phiên bản hoặc mã băm, không phải latest',
    en: 'Every image has a version or a digest, and it is not latest',
  },
  force: 'block',
  controls: ['tcvn-14423-3.3-approved-software', 'tcvn-14423-4.7.2.2', 'tcvn-14423-6.16.2.4'],
  why: {
    vi: 'latest hôm nay không phải latest ngày mai: không khôi phục, không kiểm tra lại được đúng thứ đã chạy.',
    en: 'What is latest today isn’t tomorrow: nobody can restore or examine what really ran.',
  },
  fix: { vi: 'Ghi phiên bản cụ thể hoặc mã băm của ảnh.', en: 'Write the exact version or the digest of the image.' },
  subjects: ({ view }) => imageSubjects(view),
  check({ of: resource }) {
    const images = imagesOf(resource);
    for (const { where, image } of images) {
      if (image === undefined) return unknown(where, 'not said', 'a version or a digest');
      if (/@sha256:[0-9a-f]{64}$/.test(image)) continue;
      const tag = /^[^@]*:([^:/@]+)$/.exec(image)?.[1];
      if (tag === undefined || tag === 'latest') return fail(where, image, 'a version or a digest');
    }
    return images.length > 0 ? pass : unknown('spec', 'no image', 'a version or a digest');
  },
});
