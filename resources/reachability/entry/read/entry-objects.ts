import type { Cidr } from '../../../../model/address/cidr';
import type { IpFamily } from '../../../../model/address/ip';
import type { Resource } from '../../../resource';
import type { Selector } from '../../policy/policy';
import type { Protocol } from '../../traffic/traffic';

/** What every object has that says where traffic arrives. */
export interface EntryObject {
  readonly resource: Resource;
  readonly namespace: string;
  readonly name: string;
}

/** A port of a Service (ServicePort, core/v1). */
export interface ServicePort {
  /** Empty where the only port has none. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** The port of the pods, by its number or by the name that each pod gives it. */
  readonly target: number | string;
}

/** Types of a Service (ServiceSpec.type, core/v1). */
export const serviceTypes = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;

/** A Service of core/v1. */
export interface Service extends EntryObject {
  readonly type: (typeof serviceTypes)[number];
  /** Undefined where nobody but EndpointSlices says which pods it leads to. */
  readonly selector: Selector | undefined;
  readonly ports: readonly ServicePort[];
  /** Whether it has no address of its own: its name resolves to those of the pods. */
  readonly isHeadless: boolean;
  /** The name that it stands for, where its type is ExternalName. */
  readonly externalName: string | undefined;
  readonly externalIps: readonly string[];
  /** Addresses to which a load balancer narrows its callers, where the platform knows how to. */
  readonly sourceRanges: readonly Cidr[];
  /** Whether nodes hand on what comes from outside with the address of its caller (externalTrafficPolicy: Local). */
  readonly keepsSource: boolean;
  /** Families of the addresses that it hands on, as far as it says so; both where it leaves that to the cluster. */
  readonly families: readonly IpFamily[];
}

/** Where an EndpointSlice leads: addresses, and the pod that has them if it says so. */
export interface Endpoint {
  readonly addresses: readonly string[];
  /** Undefined where it names no pod. */
  readonly pod: { readonly namespace: string; readonly name: string } | undefined;
}

/** An EndpointSlice of discovery.k8s.io/v1. */
export interface EndpointSlice extends EntryObject {
  /** Name of the Service of its namespace that it belongs to. */
  readonly service: string;
  /** Whether a cluster makes it from the selector of the Service, so that it says nothing new. */
  readonly isDerived: boolean;
  readonly endpoints: readonly Endpoint[];
  readonly ports: readonly Omit<ServicePort, 'target'>[];
}

/** Whom an Ingress or a route hands traffic to. */
export type Target =
  | {
      readonly kind: 'service';
      readonly namespace: string;
      readonly name: string;
      /** A port of the Service, by its number or its name. */
      readonly port: number | string;
      readonly where: string;
    }
  /** Another kind of object, which files don't tell the pods of. */
  | { readonly kind: 'other'; readonly told: string; readonly where: string };

/** Requests that an Ingress hands to one backend. */
export interface IngressPath {
  /** Host and path, such as `portal.example.vn/forms`; `*` stands for every host. */
  readonly request: string;
  readonly target: Target;
}

/** An Ingress of networking.k8s.io/v1. */
export interface Ingress extends EntryObject {
  readonly paths: readonly IngressPath[];
}

/** A port at which a Gateway takes traffic. */
export interface Listener {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** Undefined where it takes all hosts. */
  readonly hostname: string | undefined;
  /** Kinds of routes that it takes. */
  readonly routeKinds: readonly RouteKind[];
  /** Namespaces whose routes it takes. */
  readonly from: 'same' | 'all' | 'none' | Selector;
}

/** A Gateway of gateway.networking.k8s.io. */
export interface Gateway extends EntryObject {
  readonly className: string | undefined;
  readonly listeners: readonly Listener[];
}

/** Kinds of routes that lead from a Gateway to Services. */
export const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const;

/** A kind of route. */
export type RouteKind = (typeof routeKinds)[number];

/** The Gateway, or one listener of it, that a route asks to be taken by. */
export interface ParentRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Undefined where it asks for every listener. */
  readonly listener: string | undefined;
  /** Undefined where it asks for every port. */
  readonly port: number | undefined;
  readonly where: string;
}

/** Requests that a route hands to backends. */
export interface RouteRule {
  /** Paths of requests; none where the kind of route knows none. */
  readonly paths: readonly string[];
  readonly targets: readonly Target[];
  /** Whether the Gateway answers by itself, such as with a redirection. */
  readonly isAnswered: boolean;
  readonly where: string;
}

/** A route of gateway.networking.k8s.io. */
export interface Route extends EntryObject {
  readonly kind: RouteKind;
  readonly parents: readonly ParentRef[];
  /** Empty where it is about all hosts of the listener. */
  readonly hostnames: readonly string[];
  readonly rules: readonly RouteRule[];
}

/** A kind of object, of one namespace or by one name. */
export interface GrantPart {
  readonly group: string;
  readonly kind: string;
  /** Undefined where every one is meant. */
  readonly only: string | undefined;
}

/** A ReferenceGrant of gateway.networking.k8s.io: who may refer from other namespaces to objects of its own. */
export interface ReferenceGrant extends EntryObject {
  /** Kinds of objects, each of one namespace. */
  readonly from: readonly GrantPart[];
  /** Kinds of objects, each by its name or all. */
  readonly to: readonly GrantPart[];
}

/** All objects of a cluster that say where traffic arrives, each kind in the order of the ids. */
export interface EntryObjects {
  readonly services: readonly Service[];
  readonly slices: readonly EndpointSlice[];
  readonly ingresses: readonly Ingress[];
  readonly gateways: readonly Gateway[];
  readonly routes: readonly Route[];
  readonly grants: readonly ReferenceGrant[];
}

/** The group of the Gateway API. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
