import { definePolicy, fail, pass, type Subject } from '../define-policy';
import { assemblySubject, resourceSubjects, systemSubjects } from '../subjects';
import { isDomestic, placesOf, placesOfNation, type NamedPlace } from './place/named-places';

/** Something with the places that it names. */
interface PlacedSubject extends Subject {
  readonly places: readonly NamedPlace[];
}

export default definePolicy<PlacedSubject>({
  title: {
    vi: 'Mọi bản sao, kho, sổ đăng ký ảnh và điểm nhận nhật ký thuộc địa điểm đã khai báo hoặc tên miền quốc gia',
    en: 'Every copy, store, image registry and log collector is at a declared site or under the national domain',
  },
  force: 'block',
  controls: ['d163-30.1', 'law-91-20.1c', 'd165-residency', 'law-116-25.3'],
  why: {
    vi: 'Chỉ một địa chỉ kho ở nước ngoài là đủ để toàn bộ bản sao rời khỏi Việt Nam.',
    en: 'One store address abroad is enough for all copies to leave the country.',
  },
  fix: {
    vi: 'Trỏ bản sao, kho và các máy chủ chung về địa điểm đã khai báo, dưới tên miền quốc gia.',
    en: 'Point copies, stores and common hosts to declared sites under the national domain.',
  },
  *subjects({ view }) {
    yield { ...assemblySubject, places: placesOfNation(view) };
    for (const { of: system, ...subject } of systemSubjects(view.model.systems)) {
      const copies = system.backup?.copies ?? [];
      const places = copies.map(({ site }, index): NamedPlace => ({
        where: `backup.copies[${index}].site`,
        kind: 'site',
        value: site,
      }));
      if (places.length > 0) yield { ...subject, places };
    }
    const stores = [
      ...view.resources.ofKind('BackupStorageLocation', 'velero.io/'),
      ...view.resources.ofKind('Cluster', 'postgresql.cnpg.io/'),
      ...view.resources.ofKind('ObjectStore', 'barmancloud.cnpg.io/'),
    ];
    for (const { of: resource, ...subject } of resourceSubjects(stores)) {
      const places = placesOf(resource);
      if (places.length > 0) yield { ...subject, places };
    }
  },
  check({ places }, { view }) {
    const abroad = places.find((place) => !isDomestic(view, place));
    if (abroad === undefined) return pass;
    const want =
      abroad.kind === 'bucket' || abroad.kind === 'site' ? 'a declared site' : `a host of ${view.model.nation.domain}`;
    return fail(abroad.where, abroad.value === '' ? 'not said' : abroad.value, want);
  },
});
