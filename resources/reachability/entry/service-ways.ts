import { nowhere, troublesOf, untold } from './entry-trouble';
import type { Ingress, Service, Target } from './read/entry-objects';
import type { Backends, ServiceDirectory } from './service-directory';
import { joinWays, type Way, type Ways } from './way';
import type { Protocol } from '../traffic/traffic';

/** The ways in by a Service: its ports, where its type or an address of its own opens them to the outside. */
export function waysOfService(service: Service, directory: ServiceDirectory): Ways {
  const { resource, namespace, name, type, sourceRanges, keepsSource } = service;
  const isOpen = isOpenOutside(service);
  const isNarrow = type === 'LoadBalancer' && sourceRanges.length > 0;
  // Many platforms don't know of ranges, and ports of nodes are beside them, so they never decide.
  const notes = isNarrow ? [`a load balancer may take in only ${sourceRanges.map(String).join(', ')}`] : [];
  return joinWays(
    service.ports.map((port, index): Ways => {
      if (type === 'ExternalName') return { ways: [], troubles: [] };
      const { backends, gaps } = directory.backendsOf(service, port);
      const way = `Service ${namespace}/${name} ${port.port}/${port.protocol}`;
      const ways = backends.map((backend): Way => ({
        name: way,
        resource,
        backend,
        callers: { kind: 'clients', keepsSource },
        doubts: doubtsOf(backend),
        notes,
      }));
      return { ways: isOpen ? ways : [], troubles: troublesOf(resource, `spec.ports[${index}]`, gaps) };
    }),
  );
}

/** Nodes hand on what comes to other addresses of a Service only where it has one of its own. */
function isOpenOutside({ type, externalIps, isHeadless }: Service): boolean {
  return type === 'NodePort' || type === 'LoadBalancer' || (externalIps.length > 0 && !isHeadless);
}

/** The ways in by an Ingress: its hosts and paths. */
export function waysOfIngress({ resource, namespace, name, paths }: Ingress, directory: ServiceDirectory): Ways {
  return joinWays(
    paths.map(({ request, target }): Ways => {
      const { backends, gaps } = backendsOfTarget(target, 'TCP', directory);
      return {
        ways: backends.map((backend) => ({
          name: `Ingress ${namespace}/${name} ${request}`,
          resource,
          backend,
          callers: { kind: 'proxies' },
          doubts: doubtsOf(backend),
          notes: [],
        })),
        troubles: troublesOf(resource, target.where, gaps),
      };
    }),
  );
}

/** Where what an Ingress or a route names leads. */
export function backendsOfTarget(target: Target, protocol: Protocol, directory: ServiceDirectory): Backends {
  if (target.kind === 'other') return { backends: [], gaps: [untold(target.told, 'a Service')] };
  const { namespace, name, port } = target;
  const found = directory.resolve({ namespace, name, port, protocol, by: 'endpoints' });
  const isSilent = found.backends.length === 0 && found.gaps.length === 0;
  return isSilent ? { ...found, gaps: [nowhere(`Service ${namespace}/${name}`, 'a workload behind it')] } : found;
}

/** Why nobody can tell whether a Service leads to a workload. */
export function doubtsOf({ isCertain }: Backends['backends'][number]): readonly string[] {
  return isCertain ? [] : ['nobody can tell whether the selector of the Service takes the workload'];
}
