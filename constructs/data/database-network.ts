import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { DATABASE_LABEL, labels, MANAGED_BY, platformNamespaceName } from '../../model/naming';
import { dnsServerLabels, dnsServerPorts } from '../../model/platform/dns-servers';
import type { System } from '../../model/tenancy/system';

/** What a database may talk with beyond the flows of its zone. */
export interface DatabaseNetworkProps {
  readonly system: System;
  readonly namespace: string;
  /** Name of the CloudNativePG cluster. */
  readonly database: string;
  /** Host of the store that the log archive goes to.
   * @default - the database has no archive
   */
  readonly archiveHost?: string | undefined;
}

const POSTGRESQL = '5432';
/** Port on which an instance answers its operator and its peers (CloudNativePG status API). */
const STATUS = '8000';
const HTTPS = '443';
const API_SERVER = '6443';

/**
 * What CloudNativePG needs under default denial: instances replicate and ask each other's state, their operator
 * asks it too, each instance talks to the API server, and the log archive goes to its store.
 */
export class DatabaseNetwork extends Construct {
  public constructor(scope: Construct, id: string, { system, namespace, database, archiveHost }: DatabaseNetworkProps) {
    super(scope, id);
    const own = { matchLabels: { [`k8s:${DATABASE_LABEL}`]: database } };
    const operator = { matchLabels: { 'k8s:io.kubernetes.pod.namespace': platformNamespaceName('database') } };
    new ApiObject(this, 'Resource', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: {
        name: `database-${database}`,
        namespace,
        labels: {
          [labels.managedBy]: MANAGED_BY,
          [labels.system]: system.id,
          [labels.level]: String(system.level),
        },
      },
      spec: {
        endpointSelector: { matchLabels: { [DATABASE_LABEL]: database } },
        ingress: [
          { fromEndpoints: [own], toPorts: tcp(POSTGRESQL, STATUS) },
          { fromEndpoints: [operator], toPorts: tcp(STATUS) },
        ],
        egress: [
          { toEndpoints: [own], toPorts: tcp(POSTGRESQL, STATUS) },
          { toEntities: ['kube-apiserver'], toPorts: tcp(API_SERVER, HTTPS) },
          ...(archiveHost === undefined ? [] : archiveEgress(archiveHost)),
        ],
      },
    });
  }
}

function tcp(...ports: readonly string[]): readonly object[] {
  return [{ ports: ports.map((port) => ({ port, protocol: 'TCP' })) }];
}

/** The way to a host by name, with the question for its address through Cilium's DNS proxy. */
function archiveEgress(host: string): readonly object[] {
  return [
    {
      toEndpoints: [{ matchLabels: dnsServerLabels }],
      toPorts: [{ ports: dnsServerPorts, rules: { dns: [{ matchName: host }] } }],
    },
    { toFQDNs: [{ matchName: host }], toPorts: tcp(HTTPS) },
  ];
}
