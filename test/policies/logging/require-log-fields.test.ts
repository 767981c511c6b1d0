import policy from '../../../policies/logging/require-log-fields';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { drop, withValue, type Path } from '../kit/edit-objects';
import { logging, pipe } from './kit/logging-objects';

const subject = 'cluster/dc-north-shared-0';
const whole: JsonObject = {
  pipeline: {
    filters: [
      { name: 'kubernetes', match: 'pods' },
      {
        name: 'record_modifier',
        match: '*',
        record: ['site dc-north', 'cluster dc-north-shared-0', 'node ${NODE_NAME}'],
      },
    ],
    outputs: [{ name: 'syslog', match: '*', host: 'siem.test.gov.vn', syslog_format: 'rfc5424' }],
  },
};
const bent = (path: Path, value?: JsonValue): PolicyCase => ({
  subject,
  view: logging(pipe('log-shipper', withValue(whole, ['pipeline', ...path], value))),
});
const modifier = 'filters.record_modifier';

describePolicy('logging/require-log-fields', policy, {
  passes: { 'records that say where they come from': () => ({ subject, view: logging(pipe('log-shipper', whole)) }) },
  fails: {
    'no agent': () => ({ subject, view: logging(drop('DaemonSet')), where: 'DaemonSet', got: 'no pipeline' }),
    'records without their pod': () => ({ ...bent(['filters', 0]), where: 'filters', got: 'without kubernetes' }),
    'records without their node': () => ({
      ...bent(['filters', 1, 'record', 2]),
      where: modifier,
      got: 'without node',
    }),
    'fields for some records alone': () => ({
      ...bent(['filters', 1, 'match'], 'pods'),
      where: modifier,
      got: 'without site',
    }),
    'the name of another cluster': () => ({
      ...bent(['filters', 1, 'record', 1], 'cluster other'),
      where: modifier,
      got: 'site dc-north; cluster other; node ${NODE_NAME}',
    }),
    'a format without time zone': () => ({
      ...bent(['outputs', 0, 'syslog_format'], 'rfc3164'),
      where: 'outputs.syslog_format',
      got: 'rfc3164',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }) },
});
