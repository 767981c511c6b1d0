import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import type { System } from '../../model/tenancy/system';

/** The certificate of a system's front in one namespace. */
export interface ServiceCertificateProps {
  readonly system: System;
  readonly namespace: string;
  readonly domain: string;
  /** The ClusterIssuer of the cluster. */
  readonly issuer: string;
}

/** A cert-manager Certificate: ECDSA P-256, 90 days, renewed a month ahead, a new key each time. */
export class ServiceCertificate extends Construct {
  public constructor(scope: Construct, id: string, { system, namespace, domain, issuer }: ServiceCertificateProps) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: {
        name: 'service',
        namespace,
        labels: { [labels.managedBy]: MANAGED_BY, [labels.system]: system.id, [labels.level]: String(system.level) },
      },
      spec: {
        secretName: 'service-certificate',
        dnsNames: [`${system.id}.${domain}`],
        duration: '2160h',
        renewBefore: '720h',
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        usages: ['digital signature', 'server auth'],
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: issuer },
      },
    });
  }
}
