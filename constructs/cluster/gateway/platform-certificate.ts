import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY, PLATFORM_ISSUER } from '../../../model/naming';

const usages = {
  server: ['digital signature', 'server auth'],
  client: ['digital signature', 'client auth'],
  both: ['digital signature', 'client auth', 'server auth'],
} as const;

/** What a certificate of the platform proves. */
export interface PlatformCertificateProps {
  /** Name of the certificate; its Secret has the same. */
  readonly name: string;
  readonly namespace: string;
  readonly dnsNames: readonly string[];
  /** Whether it proves who serves, who calls, or both. */
  readonly use: keyof typeof usages;
}

/** A certificate of the platform: ECDSA P-256, 90 days, renewed a month ahead, a new key each time. */
export class PlatformCertificate extends Construct {
  public constructor(scope: Construct, id: string, { name, namespace, dnsNames, use }: PlatformCertificateProps) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name, namespace, labels: { [labels.managedBy]: MANAGED_BY } },
      spec: {
        secretName: name,
        dnsNames: [...dnsNames],
        duration: '2160h',
        renewBefore: '720h',
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        usages: [...usages[use]],
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: PLATFORM_ISSUER },
      },
    });
  }
}
