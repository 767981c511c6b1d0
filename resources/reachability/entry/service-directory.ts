import { parseIp, type IpFamily } from '../../../model/address/ip';
import { groupBy } from '../../../model/group-by';
import { listAt, textAt } from '../../json-path';
import type { ClusterInput } from '../cluster-input';
import { takenOf } from '../peers/label-index';
import type { Workload } from '../peers/workload';
import type { Protocol } from '../traffic/traffic';
import type { EndpointSlice, Service, ServicePort } from './read/entry-objects';
import { nowhere, untold, type Gap } from './entry-trouble';

/** A port of a workload to which a Service hands traffic on. */
export interface Backend {
  /** The number of the workload. */
  readonly workload: number;
  readonly protocol: Protocol;
  readonly port: number;
  /** Whether the Service surely takes the workload; not where Terraform alone can tell its selector. */
  readonly isCertain: boolean;
  /** In few words, by which Service and port. */
  readonly through: string;
  /** Families of the addresses by which it is called. */
  readonly families: readonly IpFamily[];
}

/** Where a port of a Service leads, and what of it leads to no workload. */
export interface Backends {
  readonly backends: readonly Backend[];
  readonly gaps: readonly Gap[];
}

/** A Service and its port as somebody calls it. */
export interface ServiceCall {
  readonly namespace: string;
  readonly name: string;
  /** By its number or its name. */
  readonly port: number | string;
  readonly protocol: Protocol;
  /**
   * Pods dial the name of a Service, which is the address of a pod where the Service has none of its own; what stands in
   * front of a cluster asks for the pods and their ports.
   */
  readonly by: 'dialing' | 'endpoints';
}

/** The Services of a cluster, and the workloads behind each. */
export class ServiceDirectory {
  private readonly services: ReadonlyMap<string, Service>;
  private readonly slices: ReadonlyMap<string, readonly EndpointSlice[]>;
  private readonly workloads: readonly Workload[];
  private readonly inNamespace: ReadonlyMap<string, readonly number[]>;
  private readonly pods: ReadonlyMap<string, number>;
  private readonly byAddress: ReadonlyMap<string, readonly number[]>;

  public constructor({ workloads, entries }: Pick<ClusterInput, 'workloads' | 'entries'>) {
    this.workloads = workloads;
    this.services = new Map(entries.services.map((one) => [keyOf(one), one]));
    this.slices = groupBy(entries.slices, ({ namespace, service }) => keyOf({ namespace, name: service }));
    this.inNamespace = groupBy(workloads.keys(), (index) => workloads[index]?.namespace ?? '');
    const pods = workloads.flatMap((one, index) => (one.kind === 'Pod' ? [{ one, index }] : []));
    this.pods = new Map(pods.map(({ one, index }) => [keyOf(one), index]));
    const addresses = pods.flatMap(({ one, index }) => addressesOf(one).map((address) => ({ address, index })));
    this.byAddress = new Map(
      [...groupBy(addresses, ({ address }) => address)].map(([address, all]) => [
        address,
        all.map(({ index }) => index),
      ]),
    );
  }

  /** Where a call of a Service ends: the workloads with their own protocol and port, by which policies judge it. */
  public resolve(call: ServiceCall): Backends {
    return this.follow(call, []);
  }

  /** Where a port of a Service leads. */
  public backendsOf(service: Service, port: ServicePort): Backends {
    const { families } = service;
    const selected = this.selected(service);
    const inSlices = this.inSlices(service, ({ name, protocol }) => name === port.name && protocol === port.protocol);
    const through = (own: number): string =>
      `Service ${keyOf(service)}: ${port.port}/${port.protocol} is ${own}/${port.protocol} of the pods`;
    const bySelector = selected.backends.flatMap(({ workload, isCertain }) => {
      const own = this.portOf(workload, port);
      return own === undefined
        ? []
        : [{ workload, protocol: port.protocol, port: own, isCertain, through: through(own), families }];
    });
    const lacksPort = selected.backends.length > 0 && bySelector.length === 0;
    const gaps = lacksPort
      ? [nowhere(`port ${port.target}/${port.protocol}`, `a pod of Service ${keyOf(service)} that names this port`)]
      : [];
    const bySlices = inSlices.backends.flatMap(({ workload, ports }) =>
      ports.map((own) => ({ workload, ...own, isCertain: true, through: through(own.port), families })),
    );
    return {
      backends: [...bySelector, ...bySlices],
      gaps: [...selected.gaps, ...gaps, ...this.gapsOfSlices(service, bySlices.length, inSlices.gaps)],
    };
  }

  private follow(call: ServiceCall, before: readonly string[]): Backends {
    const service = this.services.get(keyOf(call));
    if (service === undefined) return none(nowhere(`Service ${keyOf(call)}`, 'a Service that there is'));
    if (service.externalName !== undefined) return this.followName(service.externalName, call, before);
    if (service.isHeadless && call.by === 'dialing' && typeof call.port === 'number')
      return this.dialed(service, call.port, call.protocol);
    const port = service.ports.find(
      (one) => one.protocol === call.protocol && (typeof call.port === 'number' ? one.port : one.name) === call.port,
    );
    if (port === undefined)
      return none(nowhere(`port ${call.port}/${call.protocol}`, `a port of Service ${keyOf(service)}`));
    if (service.isHeadless && call.by === 'dialing') return this.dialed(service, port.port, port.protocol);
    return this.backendsOf(service, port);
  }

  /** A name of another Service of the cluster is followed; where any other leads, files don't tell. */
  private followName(name: string, call: ServiceCall, before: readonly string[]): Backends {
    const [, own, namespace] = /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.|$)/.exec(name) ?? [];
    if (own === undefined || namespace === undefined)
      return none(untold(`Service ${keyOf(call)} stands for ${name}`, 'a Service that leads to pods'));
    const key = keyOf({ namespace, name: own });
    if (before.includes(key)) return none(nowhere(`Service ${keyOf(call)} stands for ${name}`, 'a name that ends'));
    return this.follow({ ...call, namespace, name: own }, [...before, keyOf(call)]);
  }

  /** Whoever dials the address of a pod dials the pod's own port. */
  private dialed(service: Service, port: number, protocol: Protocol): Backends {
    const selected = this.selected(service);
    const inSlices = this.inSlices(service, () => true);
    const through = `Service ${keyOf(service)} has no address: ${port}/${protocol} is that of the pods`;
    const all = [...selected.backends, ...inSlices.backends.map(({ workload }) => ({ workload, isCertain: true }))];
    return {
      backends: all.map((one) => ({ ...one, protocol, port, through, families: service.families })),
      gaps: [...selected.gaps, ...this.gapsOfSlices(service, inSlices.backends.length, inSlices.gaps)],
    };
  }

  private selected({ namespace, name, selector }: Service): {
    readonly backends: readonly Pick<Backend, 'workload' | 'isCertain'>[];
    readonly gaps: readonly Gap[];
  } {
    if (selector === undefined) return { backends: [], gaps: [] };
    const inside = this.inNamespace.get(namespace) ?? [];
    const { certain, possible } = takenOf(selector, inside, this.workloads);
    const backends = [
      ...certain.map((workload) => ({ workload, isCertain: true })),
      ...possible.map((workload) => ({ workload, isCertain: false })),
    ];
    const want = `a workload of ${namespace} with the labels of Service ${namespace}/${name}`;
    return { backends, gaps: backends.length === 0 ? [nowhere('no workload', want)] : [] };
  }

  /** Slices that a cluster makes of a selector name pods that files may not hold; the selector itself is asked. */
  private inSlices(
    service: Service,
    isMeant: (port: EndpointSlice['ports'][number]) => boolean,
  ): {
    readonly backends: readonly {
      readonly workload: number;
      readonly ports: readonly Pick<ServicePort, 'protocol' | 'port'>[];
    }[];
    readonly gaps: readonly Gap[];
  } {
    const slices = (this.slices.get(keyOf(service)) ?? []).filter(
      ({ isDerived }) => service.selector === undefined || !isDerived,
    );
    const found = slices.flatMap(({ endpoints, ports, namespace, name }) =>
      endpoints.map((endpoint) => ({
        slice: `${namespace}/${name}`,
        endpoint,
        workloads: this.workloadsOf(endpoint),
        ports: ports.filter(isMeant).map(({ protocol, port }) => ({ protocol, port })),
      })),
    );
    return {
      backends: found.flatMap(({ workloads, ports }) => workloads.map((workload) => ({ workload, ports }))),
      gaps: found
        .filter(({ workloads }) => workloads.length === 0)
        .map(({ slice, endpoint: { pod, addresses } }) =>
          untold(
            `EndpointSlice ${slice}: ${pod === undefined ? addresses.join(', ') : `Pod ${keyOf(pod)}`}`,
            'a pod that is written',
          ),
        ),
    };
  }

  private gapsOfSlices(service: Service, found: number, gaps: readonly Gap[]): readonly Gap[] {
    if (service.selector !== undefined || found > 0 || gaps.length > 0) return gaps;
    return [nowhere(`Service ${keyOf(service)}`, 'a selector, or an EndpointSlice that leads to pods by this port')];
  }

  private workloadsOf({ pod, addresses }: EndpointSlice['endpoints'][number]): readonly number[] {
    const named = pod === undefined ? undefined : this.pods.get(keyOf(pod));
    if (named !== undefined) return [named];
    return [...new Set(addresses.flatMap((one) => this.byAddress.get(canonical(one)) ?? []))];
  }

  private portOf(workload: number, { target, protocol }: ServicePort): number | undefined {
    if (typeof target === 'number') return target;
    return this.workloads[workload]?.ports.find((one) => one.name === target && one.protocol === protocol)?.port;
  }
}

function none(gap: Gap): Backends {
  return { backends: [], gaps: [gap] };
}

function keyOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}

/** Addresses that a pod has, as far as its status tells. */
function addressesOf({ resource }: Workload): readonly string[] {
  const body = resource?.body;
  const all = [
    textAt(body, 'status', 'podIP'),
    ...listAt(body, 'status', 'podIPs').map((one) => textAt(one, 'ip')),
  ].filter((one) => one !== undefined);
  return [...new Set(all.map(canonical))];
}

function canonical(address: string): string {
  const parsed = parseIp(address);
  return parsed.ok ? parsed.value.toString() : address;
}
