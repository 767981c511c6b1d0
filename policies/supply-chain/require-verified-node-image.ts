import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Ảnh hệ điều hành của mọi máy đến từ sổ đăng ký quốc gia và được kiểm bằng SHA-256',
    en: 'the operating system image of every machine comes from the nation’s registry and is checked by SHA-256',
  },
  force: 'block',
  controls: ['tcvn-14423-5.3.2.2', 'tcvn-14423-6.16.2.4', 'd163-30.1'],
  why: {
    vi: 'Ảnh hệ điều hành bị thay là mất toàn bộ máy; không chính sách nào trong cụm thấy được.',
    en: 'A replaced image is the loss of the whole machine, and no policy inside the cluster sees it.',
  },
  fix: {
    vi: 'Đặt url và checksum https tại sổ đăng ký quốc gia, checksumType là sha256.',
    en: 'Set url and checksum to https at the nation’s registry, and checksumType to sha256.',
  },
  subjects: ({ view }) =>
    resourceSubjects(view.resources.ofKind('Metal3MachineTemplate', 'infrastructure.cluster.x-k8s.io/')),
  check({ of: { body } }, { view }) {
    const start = `https://${view.model.nation.imageRegistry}/`;
    const image = ['spec', 'template', 'spec', 'image'] as const;
    for (const field of ['url', 'checksum']) {
      const value = textAt(body, ...image, field) ?? 'not set';
      const isInline = field === 'checksum' && /^[0-9a-f]{64}$/.test(value);
      if (!value.startsWith(start) && !isInline) return fail(`${image.join('.')}.${field}`, value, `${start}…`);
    }
    const type = textAt(body, ...image, 'checksumType') ?? 'not set';
    return type === 'sha256' || type === 'sha512' ? pass : fail(`${image.join('.')}.checksumType`, type, 'sha256');
  },
});
