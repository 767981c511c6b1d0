import type { Chart } from 'cdk8s';
import { AdmissionPolicy } from '../constructs/cluster/admission/admission-policy';
import { AdmissionWaivers } from '../constructs/cluster/admission/admission-waivers';
import { nodeRule } from '../constructs/cluster/admission/node-rule';
import { namespaceRule, registryRule } from '../constructs/cluster/admission/tenant-admission-rules';
import { rulePack } from '../constructs/cluster/admission/rule-pack';
import { quotaRule } from '../constructs/cluster/admission/tenant-boundary-rules';
import { serviceNamespacesOf } from '../model/platform/platform-namespaces';
import { CertificateAuthority } from '../constructs/cluster/gateway/certificate-authority';
import { GatewayAddresses } from '../constructs/cluster/gateway/gateway-addresses';
import { PlatformGateway } from '../constructs/cluster/gateway/platform-gateway';
import { logDutyOf } from '../constructs/cluster/logging/log-retention';
import { LogShipper } from '../constructs/cluster/logging/log-shipper';
import { NationalCenterConnector } from '../constructs/cluster/logging/national-center-connector';
import { LogMetrics } from '../constructs/cluster/monitoring/log-metrics';
import { PlatformAlerts } from '../constructs/cluster/monitoring/platform-alerts';
import { CiliumSettings } from '../constructs/cluster/network/cilium-settings';
import { platformDestinations } from '../model/platform/platform-destination';
import { PlatformEgress } from '../constructs/cluster/network/platform-egress';
import { SystemPolicies } from '../constructs/cluster/network/system-policies';
import type { Model } from '../model/model';
import type { FactPath } from '../model/problem';
import type { Cluster, ClusterRole } from '../model/site/cluster';
import type { DataCenter } from '../model/site/site';

/** A cluster and all that its baseline follows from. */
export interface BaselineContext {
  readonly model: Model;
  readonly cluster: Cluster;
  readonly site: DataCenter;
}

/** One file of a cluster's baseline. */
export interface BaselinePart {
  readonly name: string;
  /** The fact that most of it follows from. */
  readonly origin: FactPath;
  /** Roles of the clusters that have it. */
  readonly in: readonly ClusterRole[];
  define(chart: Chart, context: BaselineContext): void;
}

const everywhere = ['dedicated', 'management', 'shared'] as const;
const tenantClusters = ['dedicated', 'shared'] as const;

/** What every cluster has before its tenants, a file each; adding one is one row here. */
export const baselineParts: readonly BaselinePart[] = [
  { name: 'admission', origin: ['nation', 'imageRegistry'], in: tenantClusters, define: defineAdmission },
  {
    name: 'certificates',
    origin: ['nation', 'security', 'certificateAuthority'],
    in: everywhere,
    define: defineCertificates,
  },
  { name: 'gateway', origin: ['nation', 'domain'], in: tenantClusters, define: defineGateway },
  { name: 'logging', origin: ['nation', 'security', 'siem'], in: everywhere, define: defineLogging },
  { name: 'monitoring', origin: ['nation', 'domain'], in: everywhere, define: defineMonitoring },
  { name: 'network', origin: ['nation', 'target', 'cilium'], in: everywhere, define: defineNetwork },
  { name: 'nodes', origin: ['nation', 'identity', 'issuer'], in: everywhere, define: defineNodes },
  { name: 'rules', origin: ['nation', 'target', 'kubernetes'], in: everywhere, define: defineRules },
];

function defineAdmission(chart: Chart, { model }: BaselineContext): void {
  const rules = [registryRule(model.nation.imageRegistry), namespaceRule, quotaRule];
  for (const rule of rules) new AdmissionPolicy(chart, rule);
}

function defineNodes(chart: Chart): void {
  new AdmissionPolicy(chart, nodeRule);
}

function defineRules(chart: Chart, { model, cluster }: BaselineContext): void {
  new AdmissionWaivers(chart, 'waivers', { cluster, exceptions: model.exceptions });
  const controllers = serviceNamespacesOf(cluster).map(({ name }) => name);
  for (const rule of rulePack) new AdmissionPolicy(chart, rule, controllers);
}

function defineCertificates(chart: Chart, { model, cluster }: BaselineContext): void {
  new CertificateAuthority(chart, 'authority', { cluster, authority: model.nation.security.certificateAuthority });
}

function defineGateway(chart: Chart, { model, cluster, site }: BaselineContext): void {
  const { nation } = model;
  new PlatformGateway(chart, 'gateway', { cluster, domain: nation.domain });
  new GatewayAddresses(chart, 'addresses', { cluster, site, nation });
}

function defineLogging(chart: Chart, { model, cluster }: BaselineContext): void {
  const { nation } = model;
  const duty = logDutyOf(model, cluster);
  new LogShipper(chart, 'shipper', { cluster, nation, duty });
  if (duty.nationalCenter) new NationalCenterConnector(chart, 'national-center', { cluster, nation });
}

function defineMonitoring(chart: Chart, { cluster }: BaselineContext): void {
  new PlatformAlerts(chart, 'alerts', cluster);
  new LogMetrics(chart, 'logs');
}

function defineNetwork(chart: Chart, { model, cluster }: BaselineContext): void {
  new CiliumSettings(chart, 'settings', cluster);
  new SystemPolicies(chart, 'system', model.nation);
  for (const destination of platformDestinations(model, cluster)) new PlatformEgress(chart, destination);
}
