import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown, type Subject } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { imagesOf, imageSubjects, type NamedImage } from './images/images-of';

/** Something with the images that it runs. */
interface ImageSubject extends Subject {
  readonly images: readonly NamedImage[];
}

export default definePolicy<ImageSubject>({
  title: {
    vi: 'Mọi ảnh đều lấy từ sổ đăng ký của quốc gia',
    en: 'Every image comes from the nation’s registry',
  },
  force: 'block',
  controls: ['tcvn-14423-3.3-approved-software', 'tcvn-14423-5.3.2.2', 'tcvn-14423-6.16.2.4', 'd163-30.1'],
  why: {
    vi: 'Ảnh từ nơi khác có thể bị thay, bị gỡ hoặc mang mã độc mà không ai trong nước kiểm tra.',
    en: 'An image from elsewhere can be swapped, withdrawn or infected without anybody in the country checking it.',
  },
  fix: {
    vi: 'Đưa ảnh vào sổ đăng ký quốc gia rồi dùng tên ở đó.',
    en: 'Mirror the image into the nation’s registry and use its name there.',
  },
  *subjects({ view }) {
    for (const { of: resource, ...subject } of imageSubjects(view)) yield { ...subject, images: imagesOf(resource) };
    const repository = ['spec', 'kubeadmConfigSpec', 'clusterConfiguration', 'imageRepository'] as const;
    for (const { of: plane, ...subject } of resourceSubjects(view.resources.ofKind('KubeadmControlPlane'))) {
      const image = textAt(plane.body, ...repository);
      yield {
        ...subject,
        images: [{ where: repository.join('.'), image: image === undefined ? undefined : `${image}/` }],
      };
    }
  },
  check({ images }, { view }) {
    const registry = `${view.model.nation.imageRegistry}/`;
    const want = `an image of ${registry}`;
    const stranger = images.find(({ image }) => image !== undefined && !image.startsWith(registry));
    if (stranger !== undefined) return fail(stranger.where, stranger.image ?? '', want);
    const silent = images.find(({ image }) => image === undefined);
    if (silent !== undefined) return unknown(silent.where, 'not said', want);
    return images.length > 0 ? pass : unknown('spec', 'no image', want);
  },
});
