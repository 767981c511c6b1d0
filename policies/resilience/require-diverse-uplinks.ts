import { findParameter } from '../../model/controls/control';
import type { DataCenterFact } from '../../model/facts/site-fact';
import { definePolicy, fail, pass } from '../define-policy';
import { siteSubjects } from '../subjects';

type Uplink = DataCenterFact['uplinks'][number];

export default definePolicy({
  title: {
    vi: 'Mỗi trung tâm dữ liệu có hai hướng vật lý cho mạng chuyên dùng và liên trung tâm, hai hướng quốc tế khác nhà mạng',
    en: 'Each data center has two physical ways to TSLCD and to the others, and two international ones of two carriers',
  },
  force: 'block',
  controls: [
    'qd1562-paths',
    'tcvn-14423-5.12.2.2a-link-redundancy',
    'tcvn-14423-6.12.2.2a-internet',
    'tcvn-14423-7.11.2.4c',
  ],
  why: {
    vi: 'Hai đường truyền cùng một tuyến cáp đứt cùng lúc.',
    en: 'Two links in one duct are cut together.',
  },
  fix: {
    vi: 'Thuê hướng thứ hai trên tuyến vật lý khác; quốc tế thì khác cả nhà mạng.',
    en: 'Rent a second way on another physical path; for the international ones from another carrier too.',
  },
  subjects: ({ view }) => siteSubjects(view.model.dataCenters()),
  check({ of: { fact } }) {
    const least = findParameter('qd1562-paths', 'opticalDirectionsMin');
    for (const kind of ['tslcd', 'inter-site'] as const) {
      const paths = new Set(fact.uplinks.filter((one) => one.kind === kind).map((one) => one.path)).size;
      if (paths < least) return fail(`uplinks: ${kind}`, `${paths} paths`, `at least ${least}`);
    }
    // The standard asks for it only where the Internet is used.
    if (!fact.uplinks.some((one) => one.kind.startsWith('internet-'))) return pass;
    const abroad = fact.uplinks.filter((one) => one.kind === 'internet-international');
    return abroad.some((one) => abroad.some((other) => areDiverse(one, other)))
      ? pass
      : fail(
          'uplinks: internet-international',
          `${abroad.length} links, not diverse`,
          'two of other carriers and paths',
        );
  },
});

function areDiverse(one: Uplink, other: Uplink): boolean {
  return one.carrier !== other.carrier && one.path !== other.path;
}
