import fc from 'fast-check';
import type { Facts } from '../../../model/facts/fact-kinds';
import type { Model } from '../../../model/model';
import { labels } from '../../../model/naming';
import type { Flow } from '../../../model/segmentation/flow';
import { resolvePeers } from '../../../model/segmentation/resolve-peers';
import { environmentModel } from '../../environments/environment-model';
import { builtModel, sandboxInput, withFact, type FactOf } from './sandbox-facts';

const input = sandboxInput();
const model = builtModel(input);
const national = environmentModel('national').model;

const endText = (end: Flow['to']): string => (end.kind === 'zone' ? `${end.system} ${end.zone}` : end.kind);

/** The legs that an exchange takes, in the order of their ids. */
function legsOf({ flows }: Model, exchange: string): readonly string[] {
  return flows
    .filter(({ carries = [] }) => carries.includes(exchange))
    .map(
      ({ from, to, ports, broker }) =>
        `${endText(from)} → ${endText(to)} ${ports.map(({ port }) => port).join()} (${broker})`,
    );
}

/** The facts in which the portal declares these flows. */
function withPortalFlows(flows: FactOf<'systems'>['flows']): Facts {
  const portal = input.facts.systems.get('public-service-portal');
  if (portal === undefined) throw new Error('the sandbox has a portal');
  return { ...input.facts, systems: withFact(input.facts.systems, portal.file, { ...portal.value, flows }) };
}

const flow = (parts: Partial<FactOf<'systems'>['flows'][number]>): FactOf<'systems'>['flows'][number] => ({
  name: 'signature',
  from: 'server',
  to: { system: 'public-duty-signature', zone: 'dmz' },
  ports: [{ port: 443, protocol: 'TCP' }],
  reason: { vi: 'Thử', en: 'Test' },
  via: 'ndxp',
  ...parts,
});

describe('an exchange over a sharing platform', () => {
  test('takes one leg to the platform and one from it to the provider', () => {
    expect(legsOf(model, 'public-service-portal/signature')).toEqual([
      'ndxp server → public-duty-signature dmz 443 (ndxp)',
      'public-service-portal server → ndxp dmz 443 (ndxp)',
    ]);
  });

  test('reaches a provider on a cluster of its own in the same way', () => {
    expect(legsOf(model, 'province-lgsp-p04/population')).toEqual([
      'data-coordination server → population-database dmz 443 (data-coordination)',
      'province-lgsp-p04 server → data-coordination dmz 443 (data-coordination)',
    ]);
  });

  test('passes the platform of the agency that provides, where each has one', () => {
    expect(['reporting/provinces-p01', 'reporting/provinces-p04'].map((one) => legsOf(model, one))).toEqual([
      [
        'province-lgsp-p01 server → province-procedures-p01 dmz 443 (lgsp)',
        'reporting server → province-lgsp-p01 dmz 443 (lgsp)',
      ],
      [
        'province-lgsp-p04 server → province-procedures-p04 dmz 443 (lgsp)',
        'reporting server → province-lgsp-p04 dmz 443 (lgsp)',
      ],
    ]);
  });

  test('shares a leg with others of the same ends, which is open on the ports of all', () => {
    const login = flow({ name: 'other', ports: [{ port: 8443, protocol: 'TCP' }] });
    const provinces = flow({ name: 'provinces', to: { system: 'province-lgsp', zone: 'dmz' } });
    const built = builtModel(sandboxInput(withPortalFlows([flow({}), login, provinces])));
    const portal = built.flows.filter(({ id }) => id === 'public-service-portal/server.ndxp.dmz');
    expect(portal.map(({ ports, carries }) => ({ ports: ports.map(({ port }) => port), carries }))).toEqual([
      {
        ports: [443, 8443],
        carries: [
          'public-service-portal/other',
          'public-service-portal/provinces-p01',
          'public-service-portal/provinces-p04',
          'public-service-portal/signature',
        ],
      },
    ]);
    const provider = built.flows.filter(({ id }) => id === 'ndxp/server.province-lgsp-p01.dmz');
    expect(provider.map(({ ports }) => ports.map(({ port }) => port))).toEqual([[443]]);
  });

  test('gives the same legs in whatever order flows are declared', () => {
    const flows = [
      flow({}),
      flow({ name: 'other', ports: [{ port: 8443, protocol: 'TCP' }] }),
      flow({ name: 'provinces', to: { system: 'province-lgsp', zone: 'dmz' } }),
    ];
    const legs = (list: typeof flows) =>
      builtModel(sandboxInput(withPortalFlows(list)))
        .flows.filter(({ carries }) => carries !== undefined)
        .map(({ origin: _, ...leg }) => leg);
    const wanted = legs(flows);
    fc.assert(
      fc.property(fc.shuffledSubarray(flows, { minLength: 3 }), (list) => expect(legs(list)).toEqual(wanted)),
      { numRuns: 6, seed: 2 },
    );
  });
});

describe.each([
  ['national', national],
  ['sandbox', model],
] as const)('the flows of the environment %s', (_, { systems, flows, namespaces, ...rest }) => {
  const byId = new Map(systems.map((system) => [system.id, system]));
  const between = flows.flatMap(({ id, from, to, broker }) => {
    const [asking, asked] = [from, to].map((end) => (end.kind === 'zone' ? byId.get(end.system) : undefined));
    return asking === undefined || asked === undefined || asking.owner === asked.owner
      ? []
      : [{ id, asking, asked, broker }];
  });

  test('join two agencies only where one of them is the platform that the flow names', () => {
    expect(between.length).toBeGreaterThan(5);
    const direct = between.filter(
      ({ asking, asked, broker }) => broker === undefined || ![asking.broker, asked.broker].includes(broker),
    );
    expect(direct.map(({ id }) => id)).toEqual([]);
  });

  test('open no namespace to a system of another agency that is no platform, nor the other way', () => {
    const whole = { systems, flows, namespaces, ...rest };
    const opened = namespaces.flatMap((namespace) => {
      const own = byId.get(namespace.system);
      const { ingress, egress } = resolvePeers(whole, namespace);
      return [...ingress, ...egress]
        .flatMap(({ peers }) => peers)
        .flatMap((peer) => (peer.kind === 'namespaces' ? (byId.get(peer.labels[labels.system] ?? '') ?? []) : []))
        .filter((other) => other.owner !== own?.owner && other.broker === undefined && own?.broker === undefined)
        .map((other) => `${namespace.name} and ${other.id}`);
    });
    expect(opened).toEqual([]);
  });
});
