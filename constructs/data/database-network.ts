import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { DATABASE_LABEL, labels, MANAGED_BY, platformNamespaceName } from '../../model/naming';
import { apiServerPorts } from '../../model/platform/api-server';
import { dnsServerLabels, dnsServers } from '../../model/platform/dns-servers';
import { DATABASE_STATUS, HTTPS, POSTGRESQL, type FlowPort } from '../../model/segmentation/zone-flow';
import type { System } from '../../model/tenancy/system';
import { ciliumPorts } from '../network/cilium-ports';

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
          { fromEndpoints: [own], toPorts: on(POSTGRESQL, DATABASE_STATUS) },
          { fromEndpoints: [operator], toPorts: on(DATABASE_STATUS) },
        ],
        egress: [
          { toEndpoints: [own], toPorts: on(POSTGRESQL, DATABASE_STATUS) },
          { toEntities: ['kube-apiserver'], toPorts: on(...apiServerPorts) },
          ...(archiveHost === undefined ? [] : archiveEgress(archiveHost)),
        ],
      },
    });
  }
}

function on(...ports: readonly FlowPort[]): readonly object[] {
  return [{ ports: ciliumPorts(ports) }];
}

/** The way to a host by name, with the question for its address through Cilium's DNS proxy. */
function archiveEgress(host: string): readonly object[] {
  return [
    {
      toEndpoints: [{ matchLabels: dnsServerLabels }],
      toPorts: [{ ports: ciliumPorts(dnsServers.ports), rules: { dns: [{ matchName: host }] } }],
    },
    { toFQDNs: [{ matchName: host }], toPorts: on(HTTPS) },
  ];
}
