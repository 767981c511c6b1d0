import { dump } from 'js-yaml';
import type { NationFact } from '../../../model/facts/nation-fact';
import { METRICS } from '../../../model/segmentation/zone-flow';
import type { Cluster } from '../../../model/site/cluster';
import { AUDIT_LOG_FOLDER } from '../../data-center/node/cluster-configuration';
import { FLOW_LOG_FILE } from '../network/cilium-settings';
import { SYSLOG_TLS_PORT } from '../../../model/platform/platform-destination';

/** Folder of the buffer in which logs wait for the central store. */
export const BUFFER_FOLDER = '/var/lib/log-shipper';
/** Folder of the client certificate in the shipper's and connector's pods. */
export const CERTIFICATE_FOLDER = '/etc/log-certificate';
/** Port on which the connector takes security events from the shippers. */
export const CONNECTOR_PORT = 24_224;
/** Name of the connector's Service. */
export const CONNECTOR_NAME = 'national-center-connector';

/** Most of the buffer of one output; beyond it the oldest is dropped, and the alert has long been raised. */
const BUFFER_LIMIT = '5G';

const tls = {
  tls: 'on',
  'tls.verify': 'on',
  'tls.ca_file': `${CERTIFICATE_FOLDER}/ca.crt`,
  'tls.crt_file': `${CERTIFICATE_FOLDER}/tls.crt`,
  'tls.key_file': `${CERTIFICATE_FOLDER}/tls.key`,
} as const;

const service = { http_server: 'on', http_port: METRICS.port, 'storage.metrics': 'on', log_level: 'info' } as const;

/** What a pipeline depends on. */
export interface LogPipelineProps {
  readonly cluster: Cluster;
  readonly security: NationFact['security'];
  /** Whether security events also go to the national center. */
  readonly nationalCenter: boolean;
}

/** The pipeline of the agent on every node (Fluent Bit): pods, the API server's audit, flows, and the host itself. */
export function shipperPipeline({ cluster, security, nationalCenter }: LogPipelineProps): string {
  const central = syslogOutput('*', security.siem);
  const connector = { name: 'forward', match: 'security.*', host: CONNECTOR_NAME, port: CONNECTOR_PORT, ...tls };
  return write({
    service: { ...service, 'storage.path': BUFFER_FOLDER },
    pipeline: {
      inputs: [
        tail('pods', '/var/log/containers/*.log', { 'multiline.parser': 'cri' }),
        tail('security.audit', `${AUDIT_LOG_FOLDER}/audit.log`, { parser: 'json' }),
        tail('security.flows', FLOW_LOG_FILE, { parser: 'json' }),
        { name: 'systemd', tag: 'host', db: `${BUFFER_FOLDER}/host.db`, 'storage.type': 'filesystem' },
      ],
      filters: [
        { name: 'kubernetes', match: 'pods', labels: 'on', annotations: 'off', merge_log: 'on' },
        {
          name: 'record_modifier',
          match: '*',
          record: [`site ${cluster.site}`, `cluster ${cluster.id}`, 'node ${NODE_NAME}'],
        },
      ],
      outputs: nationalCenter ? [central, connector] : [central],
    },
  });
}

/** The pipeline of the connector: what the shippers hand it, on to the national cybersecurity center. */
export function connectorPipeline({ security }: LogPipelineProps): string {
  return write({
    service,
    pipeline: {
      inputs: [{ name: 'forward', port: CONNECTOR_PORT, ...tls }],
      outputs: [syslogOutput('*', security.nationalCenter)],
    },
  });
}

function tail(tag: string, path: string, more: Readonly<Record<string, string>>): object {
  return { name: 'tail', tag, path, db: `${BUFFER_FOLDER}/${tag}.db`, 'storage.type': 'filesystem', ...more };
}

/** Syslog (RFC 5424) over TLS (RFC 5425), with the client's certificate. */
function syslogOutput(match: string, host: string): object {
  return {
    name: 'syslog',
    match,
    host,
    port: SYSLOG_TLS_PORT,
    mode: 'tls',
    syslog_format: 'rfc5424',
    syslog_message_key: 'log',
    'storage.total_limit_size': BUFFER_LIMIT,
    retry_limit: 'no_limits',
    ...tls,
  };
}

function write(configuration: object): string {
  return dump(configuration, { lineWidth: -1, noRefs: true });
}
