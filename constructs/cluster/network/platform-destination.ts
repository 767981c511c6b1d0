import type { NationFact } from '../../../model/facts/nation-fact';
import { platformNamespaceName } from '../../../model/naming';

/** Port of syslog over TLS (RFC 5425). */
export const SYSLOG_TLS_PORT = 6514;

const HTTPS_PORT = 443;

/** What a platform service calls outside its cluster. */
export interface PlatformDestination {
  readonly namespace: string;
  /** Host names; one that starts with `*.` stands for all names under it. */
  readonly names: readonly string[];
  readonly port: number;
}

/** Everything that the platform of a cluster calls by name, sorted by namespace. */
export function platformDestinations({ security, identity, domain }: Readonly<NationFact>): readonly PlatformDestination[] {
  return [
    { namespace: platformNamespaceName('backup'), names: [`*.objects.${domain}`, `objects.*.${domain}`], port: HTTPS_PORT },
    { namespace: platformNamespaceName('cert-manager'), names: [security.certificateAuthority], port: HTTPS_PORT },
    { namespace: platformNamespaceName('identity'), names: [identity.issuer], port: HTTPS_PORT },
    { namespace: platformNamespaceName('logging'), names: [security.siem, security.nationalCenter], port: SYSLOG_TLS_PORT },
  ];
}
