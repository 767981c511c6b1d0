import { listAt, textAt, textsAt } from '../../resources/json-path';
import type { JsonObject, JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { logWorkloads } from './pipeline/log-workload';

/** What a record must say of where it comes from, in the cluster with this id. */
const PLACES = ['site', 'cluster', 'node'] as const;

/** Twin of `logging/require-log-shipping`, which asks where records go; this one asks what they say. */
export default definePolicy({
  title: {
    vi: 'Mỗi bản ghi nhật ký nêu địa điểm, cụm, nút, và Pod nơi nó sinh ra, gửi theo định dạng có thời gian',
    en: 'every log record names the site, cluster, node and pod that it comes from, in a format with its time',
  },
  force: 'block',
  controls: ['tcvn-14423-4.8.2.1a-fields', 'tcvn-14423-5.8.2.1a-fields', 'tcvn-14423-4.8.2.1a-types'],
  why: {
    vi: 'Bản ghi không nêu nguồn thì không điều tra được khi hàng nghìn nút gửi về một kho.',
    en: 'Where thousands of nodes write to one store, a record without its source can’t be investigated.',
  },
  fix: {
    vi: 'Sinh lại bộ lọc kubernetes và record_modifier của đường ống nhật ký.',
    en: 'Synthesize the filters kubernetes and record_modifier of the log pipeline.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const agents = logWorkloads(view, cluster.id, 'DaemonSet');
    const pipeline = agents.find((one) => one.pipeline !== undefined)?.pipeline;
    if (pipeline === undefined) return fail('DaemonSet', 'no pipeline', 'an agent with its pipeline');
    const filters = listAt(pipeline, 'pipeline', 'filters');
    if (!filters.some((one) => textAt(one, 'name') === 'kubernetes')) {
      return fail('filters', 'without kubernetes', 'namespace, pod and container of each record');
    }
    const records = filters.filter((one) => isForAll(one)).flatMap((one) => textsAt(one, 'record'));
    const missing = PLACES.find((key) => !records.some((one) => one.startsWith(`${key} `)));
    if (missing !== undefined) return fail('filters.record_modifier', `without ${missing}`, PLACES.join(', '));
    const wanted = [`site ${cluster.site}`, `cluster ${cluster.id}`];
    const wrong = wanted.find((one) => !records.includes(one));
    if (wrong !== undefined) return fail('filters.record_modifier', records.join('; '), wrong);
    const loose = outputsOf(pipeline).find((one) => textAt(one, 'syslog_format') !== 'rfc5424');
    return loose === undefined
      ? pass
      : fail('outputs.syslog_format', textAt(loose, 'syslog_format') ?? 'not set', 'rfc5424, which has time and host');
  },
});

function isForAll(filter: JsonValue): boolean {
  return textAt(filter, 'name') === 'record_modifier' && textAt(filter, 'match') === '*';
}

function outputsOf(pipeline: JsonObject): readonly JsonValue[] {
  return listAt(pipeline, 'pipeline', 'outputs').filter((one) => textAt(one, 'name') === 'syslog');
}
