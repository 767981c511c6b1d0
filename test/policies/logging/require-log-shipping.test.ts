import policy from '../../../policies/logging/require-log-shipping';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { change, drop, withValue, type Path } from '../kit/edit-objects';
import { subject } from '../resilience/kit/cluster-objects';
import { logging, pipe, pipelines } from './kit/logging-objects';

const pod = ['spec', 'template', 'spec'];
const bent = (path: Path, value: JsonValue | undefined): PolicyCase => ({
  view: logging(pipe('log-shipper', withValue(pipelines.shipper, ['pipeline', ...path], value))),
  subject,
});
const unsafe = { where: 'log-shipper: outputs', got: 'nothing to siem.test.gov.vn over TLS' };

describePolicy('logging/require-log-shipping', policy, {
  passes: {
    'an agent on every node of a shared cluster': () => ({ view: logging(), subject }),
    'an agent on every node of a management cluster': () => ({
      view: logging(),
      subject: 'cluster/dc-north-management',
    }),
  },
  fails: {
    'no agent': () => ({
      view: logging(drop('DaemonSet')),
      subject,
      where: 'DaemonSet',
      got: 'none in platform-logging',
    }),
    'no pipeline': () => ({
      view: logging(drop('ConfigMap', 'log-shipper')),
      subject,
      where: 'log-shipper: pipeline',
      got: 'none',
    }),
    'a pipeline that nobody can read': () => ({
      view: logging(pipe('log-shipper', 'a: [')),
      subject,
      where: 'log-shipper: pipeline',
      got: 'none',
    }),
    'another collector': () => ({ ...bent(['outputs', 0, 'host'], 'siem.example.com'), ...unsafe }),
    'no TLS': () => ({ ...bent(['outputs', 0, 'tls'], 'off'), ...unsafe }),
    'a certificate that nobody checks': () => ({ ...bent(['outputs', 0, 'tls.verify'], 'off'), ...unsafe }),
    'only some of the logs': () => ({ ...bent(['outputs', 0, 'match'], 'security.*'), ...unsafe }),
    'the API server’s log left out': () => ({
      ...bent(['inputs', 1], undefined),
      where: 'log-shipper: inputs',
      got: 'without /var/log/kubernetes/audit/audit.log',
    }),
    'pods left out': () => ({
      ...bent(['inputs', 0], undefined),
      where: 'log-shipper: inputs',
      got: 'without /var/log/containers/*.log',
    }),
    'an agent on some nodes': () => ({
      view: logging(change('DaemonSet', [...pod, 'nodeSelector'], { role: 'worker' })),
      subject,
      where: 'log-shipper: spec.template.spec.nodeSelector',
      got: 'set',
    }),
    'an agent that a taint keeps off': () => ({
      view: logging(change('DaemonSet', [...pod, 'tolerations'], [{ key: 'a', operator: 'Exists' }])),
      subject,
      where: 'log-shipper: spec.template.spec.tolerations',
      got: 'not for every taint',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }),
  },
});
