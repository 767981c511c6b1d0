import policy from '../../../policies/logging/require-flow-capture';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { change, drop, withValue } from '../kit/edit-objects';
import { subject } from '../resilience/kit/cluster-objects';
import { logging, pipe, pipelines } from './kit/logging-objects';

const set = (key: string, value: JsonValue | undefined) =>
  logging(change('ConfigMap/cilium-config', ['data', key], value));

describePolicy('logging/require-flow-capture', policy, {
  passes: {
    'flows that are recorded and shipped': () => ({ view: logging(), subject }),
    'TLS by default': () => ({ view: set('hubble-disable-tls', undefined), subject }),
  },
  fails: {
    'no settings': () => ({
      view: logging(drop('ConfigMap', 'cilium-config')),
      subject,
      where: 'ConfigMap kube-system/cilium-config',
      got: 'none',
    }),
    'no recording': () => ({ view: set('enable-hubble', undefined), subject, where: 'enable-hubble', got: 'not set' }),
    'flows in the clear': () => ({
      view: set('hubble-disable-tls', 'true'),
      subject,
      where: 'hubble-disable-tls',
      got: 'true',
    }),
    'no file': () => ({
      view: set('hubble-export-file-path', undefined),
      subject,
      where: 'hubble-export-file-path',
      got: 'not set',
    }),
    'some flows left out': () => ({
      view: set('hubble-export-denylist', '{"source_pod":["kube-system/"]}'),
      subject,
      where: 'hubble-export-denylist',
      got: 'set',
    }),
    'flows that nobody ships': () => ({
      view: logging(pipe('log-shipper', withValue(pipelines.shipper, ['pipeline', 'inputs', 2], undefined))),
      subject,
      where: 'DaemonSet: inputs',
      got: 'without /var/run/cilium/hubble/events.log',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }),
  },
});
