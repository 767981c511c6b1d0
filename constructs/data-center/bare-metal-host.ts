import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { annotations } from '../../model/naming';
import type { FailureDomain, Host } from '../../model/site/site';
import { labelsOfHost } from './host-labels';

/** Path of the only system behind a management controller (DSP0266). */
const REDFISH_SYSTEM = 'redfish/v1/Systems/1';

/** The system disk is solid state and has at least this many GB. */
const SYSTEM_DISK_GB_MIN = 200;

/** Where a physical server stands and how it is reached. */
export interface BareMetalHostProps {
  readonly host: Host;
  readonly domain: FailureDomain;
  readonly site: string;
  readonly namespace: string;
  /** IPv6 address of its management controller. */
  readonly managementAddress: string;
}

/** Name of the Secret with the credentials of a host's management controller; nobody of us writes it. */
export function credentialsName(host: Host): string {
  return `bmc-${host.id}`;
}

/**
 * One physical server (metal3.io/v1alpha1): driven through Redfish with its certificate verified, started by secure
 * boot, wiped between uses. Its credentials are a Secret that the site puts into the management cluster by hand or
 * from its vault: no secret ever stands in an assembly. A spare has no cluster's label, so no machine takes it.
 */
export class BareMetalHost extends Construct {
  public constructor(scope: Construct, { host, domain, site, namespace, managementAddress }: BareMetalHostProps) {
    super(scope, host.id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'metal3.io/v1alpha1',
      kind: 'BareMetalHost',
      metadata: {
        name: host.id,
        namespace,
        labels: labelsOfHost(host, domain, site),
        annotations: { [annotations.reason]: 'the credentials are put in by the site, never by the assembly' },
      },
      spec: {
        online: host.cluster !== undefined,
        bmc: {
          address: `redfish-virtualmedia+https://[${managementAddress}]/${REDFISH_SYSTEM}`,
          credentialsName: credentialsName(host),
          disableCertificateVerification: false,
        },
        bootMode: 'UEFISecureBoot',
        rootDeviceHints: { minSizeGigabytes: SYSTEM_DISK_GB_MIN, rotational: false },
        automatedCleaningMode: 'metadata',
      },
    });
  }
}
