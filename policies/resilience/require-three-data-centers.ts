import { findParameter } from '../../model/controls/control';
import { definePolicy, fail, pass } from '../define-policy';
import { assemblySubject } from '../subjects';

/** Twin of `checkSites` over the facts; a data center without a cluster isn't one yet. */
export default definePolicy({
  title: {
    vi: 'Quốc gia có ít nhất ba trung tâm dữ liệu quốc gia, mỗi nơi có cụm của mình',
    en: 'The nation has at least three national data centers, each with clusters of its own',
  },
  force: 'block',
  controls: ['qd2629-clusters'],
  why: {
    vi: 'Hai trung tâm dữ liệu thì khi một nơi hỏng không còn chỗ cho bản sao thứ ba.',
    en: 'With two data centers there is no place for the third copy once one fails.',
  },
  fix: {
    vi: 'Thêm tệp trung tâm dữ liệu vào sites/ với máy chủ của nó.',
    en: 'Add the missing data center to sites/ with its hosts.',
  },
  subjects: () => [assemblySubject],
  check(_assembly, { view }) {
    const least = findParameter('qd2629-clusters', 'clustersMin');
    const hosting = new Set(view.model.clusters.map((one) => one.site));
    const centers = view.model.dataCenters();
    const empty = centers.find((one) => !hosting.has(one.id));
    if (empty !== undefined) return fail(`sites/${empty.id}`, 'no cluster', 'a cluster at every data center');
    return centers.length >= least ? pass : fail('sites', `${centers.length} data centers`, `at least ${least}`);
  },
});
