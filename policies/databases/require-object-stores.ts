import { storageClassName } from '../../model/naming';
import type { DataSet, System } from '../../model/tenancy/system';
import { textAt, valueAt } from '../../resources/json-path';
import { GIB, parseQuantity } from '../../resources/quantity';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Twin of `backup/require-database-backup` for data sets that are no database. */
export default definePolicy({
  title: {
    vi: 'Mỗi kho đối tượng của hệ thống có ở từng nơi đặt, trong phân vùng lưu trữ của chính hệ thống, có giới hạn',
    en: 'every object store of a system exists at each placement, in the system’s own partition, with a bound',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7', 'd331-14.2'],
  why: {
    vi: 'Thiếu kho thì ứng dụng lưu tệp ở nơi không được mã hóa, không được sao lưu.',
    en: 'Without its store an application puts files where they are neither encrypted nor backed up.',
  },
  fix: {
    vi: 'Sinh lại ObjectBucketClaim của từng tập dữ liệu.',
    en: 'Synthesize the ObjectBucketClaim of each data set.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có kho đối tượng nào.', en: 'A nation may have no object store.' },
  subjects: ({ view }) => systemSubjects(view.model.systems).filter(({ of }) => storesOf(of).length > 0),
  check({ of: system }, { view }) {
    for (const store of storesOf(system)) {
      for (const { cluster } of system.placements) {
        const place = `${store.name} in ${cluster}`;
        const claim = claimsOf(view, system, { store, cluster })[0];
        if (claim === undefined) return fail(place, 'no ObjectBucketClaim', `one named after ${store.name}`);
        const type = textAt(claim.body, 'spec', 'storageClassName') ?? 'not set';
        const own = storageClassName(system.id);
        if (!type.startsWith(own)) return fail(`${place}: spec.storageClassName`, type, `a class of ${own}`);
        const size = parseQuantity(valueAt(claim.body, 'spec', 'additionalConfig', 'maxSize'));
        if (size !== store.sizeGiB * GIB) {
          return fail(
            `${place}: maxSize`,
            size === undefined ? 'no bound' : `${size / GIB} GiB`,
            `${store.sizeGiB} GiB`,
          );
        }
      }
    }
    return pass;
  },
});

function storesOf({ dataSets }: System): readonly DataSet[] {
  return dataSets.filter((one) => one.engine === 'object-store');
}

function claimsOf(
  { model, resources }: AssemblyView,
  { id, shortName }: System,
  { store, cluster }: { readonly store: DataSet; readonly cluster: string },
): readonly Resource[] {
  return model
    .namespacesIn({ system: id, zone: store.zone, cluster })
    .flatMap((place) => resources.inNamespace(cluster, place.name, 'ObjectBucketClaim'))
    .filter((one) => one.name === `${shortName}-${store.name}`);
}
