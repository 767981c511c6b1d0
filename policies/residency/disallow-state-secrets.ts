import { findDataClass } from '../../model/tenancy/data-class';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Không hệ thống nào trên đám mây dùng chung chứa bí mật nhà nước',
    en: 'no system on the general cloud holds state secrets',
  },
  force: 'block',
  controls: ['law-117-placement', 'd331-9.1'],
  why: {
    vi: 'Bí mật nhà nước phải ở nơi riêng, với sản phẩm mật mã của Ban Cơ yếu Chính phủ.',
    en: 'State secrets belong in a place of their own, with cipher products of the Government Cipher Committee.',
  },
  fix: {
    vi: 'Chuyển dữ liệu sang hệ thống cách ly vật lý, hoặc sửa loại dữ liệu.',
    en: 'Move the data to a physically isolated system, or correct its class.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check({ of: system }, { view }) {
    const classes = [...system.dataClasses, ...system.dataSets.map((one) => one.class)];
    const secret = classes.find((one) => !findDataClass(one).generalCloud);
    if (secret === undefined) return pass;
    if (system.isolation !== 'physical')
      return fail('isolation', `${system.isolation}, with ${secret} data`, 'physical');
    const shared = system.placements.find((one) => view.model.tryCluster(one.cluster)?.role !== 'dedicated');
    return shared === undefined
      ? pass
      : fail('placements', `${shared.cluster}, with ${secret} data`, 'dedicated clusters');
  },
});
