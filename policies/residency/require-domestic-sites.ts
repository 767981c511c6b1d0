import { definePolicy, fail, pass } from '../define-policy';
import { siteSubjects } from '../subjects';

/** The country that the law names (ISO 3166-1). */
const COUNTRY = 'VN';

/** Twin of `checkSites` over the facts. */
export default definePolicy({
  title: {
    vi: 'Mọi địa điểm và kho khóa của địa điểm thuê đều ở Việt Nam',
    en: 'Every site, and the key store of every leased one, stands in Vietnam',
  },
  force: 'block',
  controls: ['d163-30.1', 'law-91-20.1c', 'd165-residency', 'd333-19', 'law-116-25.3', 'd53-data'],
  why: {
    vi: 'Dữ liệu của cơ quan nhà nước trên trung tâm dữ liệu, đám mây chỉ được lưu tại Việt Nam.',
    en: 'Data of state agencies on data centers and clouds may be kept in Vietnam only.',
  },
  fix: { vi: 'Chọn địa điểm, kho khóa trong nước.', en: 'Choose a site and a key store in the country.' },
  subjects: ({ view }) => siteSubjects(view.model.sites),
  check({ of: site }) {
    switch (site.kind) {
      case 'national-data-center':
        return judge('location.country', site.fact.location.country);
      case 'leased': {
        const { location, keyStore } = site.fact;
        const place = judge('location.country', location.country);
        return place.verdict === 'pass' ? judge('keyStore.country', keyStore.country) : place;
      }
      default:
        return /^\d{2}$/.test(site.province)
          ? pass
          : fail('province', site.province, 'the official code of a province');
    }
  },
});

function judge(where: string, country: string) {
  return country === COUNTRY ? pass : fail(where, country, COUNTRY);
}
