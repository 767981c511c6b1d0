import policy from '../../../policies/logging/require-log-buffer';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { add, all, change, drop, withValue, type Edit, type Path } from '../kit/edit-objects';
import { logging, pipe } from './kit/logging-objects';

const subject = 'cluster/dc-north-shared-0';
const namespace = 'platform-logging';
const labels = { 'app.kubernetes.io/name': 'log-shipper' };
const whole: JsonObject = {
  pipeline: {
    inputs: [{ name: 'tail', tag: 'pods', 'storage.type': 'filesystem' }],
    outputs: [{ name: 'syslog', match: '*', retry_limit: 'no_limits' }],
  },
};
const watch = add(
  { body: { kind: 'Service', metadata: { name: 'metrics', namespace, labels }, spec: { selector: labels } } },
  {
    body: {
      kind: 'ServiceMonitor',
      metadata: { name: 'metrics', namespace },
      spec: { selector: { matchLabels: labels } },
    },
  },
);
const pods = change('DaemonSet', ['spec', 'template', 'metadata'], { labels });
const given = (edit: Edit, pipeline = whole): PolicyCase => ({
  subject,
  view: logging(all(pods, pipe('log-shipper', pipeline), watch, edit)),
});
const written: Edit = (objects) => objects;
const bent = (path: Path, value?: JsonValue): PolicyCase =>
  given(written, withValue(whole, ['pipeline', ...path], value));

describePolicy('logging/require-log-buffer', policy, {
  passes: { 'logs that wait on disk, watched': () => given(written) },
  fails: {
    'logs that wait in memory': () => ({
      ...bent(['inputs', 0, 'storage.type'], 'memory'),
      where: 'inputs pods',
      got: 'storage.type memory',
    }),
    'logs that are given up': () => ({
      ...bent(['outputs', 0, 'retry_limit']),
      where: 'outputs.retry_limit',
      got: 'not set',
    }),
    'figures without Service': () => ({
      ...given(drop('Service', 'metrics')),
      where: 'Service',
      got: 'none for the agent’s figures',
    }),
    'figures that nobody fetches': () => ({
      ...given(drop('ServiceMonitor')),
      where: 'ServiceMonitor',
      got: 'none for the agent',
    }),
    'a monitor of something else': () => ({
      ...given(change('ServiceMonitor', ['spec', 'selector', 'matchLabels'], { other: 'x' })),
      where: 'ServiceMonitor',
      got: 'none for the agent',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }) },
});
