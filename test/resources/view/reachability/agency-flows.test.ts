import type { Model } from '../../../../model/model';
import type { GivenResource } from '../../../support/view-of';
import {
  agencyFlows,
  byPlatform,
  end,
  exchange,
  far,
  flow,
  fronts,
  legs,
  opens,
  pods,
  systemOf,
  threeAgencies,
} from './agency-kit';

/** State and reasons of the only flow between agencies. */
function told(model: Model, policies: readonly GivenResource[]) {
  const [first, ...others] = agencyFlows(model, policies);
  expect(others).toEqual([]);
  return { state: first?.state, because: first?.because };
}

describe('a flow between two agencies in one cluster', () => {
  it('is proved where its platform is the only way', () => {
    expect(agencyFlows(threeAgencies(), byPlatform())).toEqual([
      {
        id: 'asker/look-up',
        from: { agency: 'p01', system: 'asker', zone: 'server' },
        to: { agency: 'ministry', system: 'register', zone: 'dmz' },
        ports: exchange.ports,
        reason: exchange.reason,
        broker: 'ndxp',
        carrier: 'hub',
        legs: ['asker/leg', 'hub/leg'],
        origin: exchange.origin,
        state: 'proved',
        pairs: 4,
        because: [],
      },
    ]);
  });

  it('has a way around where policies open one, whatever is declared, and the rules that open it are told', () => {
    const around = [
      opens('asker-dmz', 'to', [pods('register-server')]),
      opens('register-server', 'from', [{ podSelector: {} }, pods('asker-dmz')]),
    ];
    expect(told(threeAgencies(), [...byPlatform(), ...around])).toEqual({
      state: 'around',
      because: [
        'dc-north-shared-0/asker-dmz → dc-north-shared-0/register-server 443/TCP may pass',
        expect.stringMatching(/^egress: NetworkPolicy asker-dmz\/.*spec\.egress\[0\] accepts it$/) as string,
        expect.stringMatching(/^ingress: NetworkPolicy register-server\/.*spec\.ingress\[0\] accepts it$/) as string,
      ],
    });
  });

  it('has a way around where other systems of the two agencies meet', () => {
    const more = [systemOf('desk', 'p01'), systemOf('archive', 'ministry')];
    const meeting = [
      opens('desk-server', 'to', [pods('archive-server')]),
      opens('archive-server', 'from', [pods('desk-server')]),
    ];
    const model = threeAgencies({}, { more });
    expect(told(model, byPlatform()).state).toBe('proved');
    const { state, because = [] } = told(model, [...byPlatform(), ...meeting]);
    expect({ state, first: because[0] }).toEqual({
      state: 'around',
      first: 'dc-north-shared-0/desk-server → dc-north-shared-0/archive-server 443/TCP may pass',
    });
  });

  it('may be of one agency over another’s platform, whose other systems may meet', () => {
    const meeting = [
      opens('desk-server', 'to', [pods('register-server')]),
      opens('register-server', 'from', [pods('desk-server')]),
    ];
    const { systems, namespaces } = threeAgencies({}, { more: [systemOf('desk', 'ministry')] });
    const own = systems.map((one) => (one.id === 'asker' ? { ...one, owner: 'ministry' } : one));
    const model = threeAgencies({ systems: own, namespaces });
    expect(told(model, [...byPlatform(), ...meeting]).state).toBe('proved');
  });

  it('keeps proved what one end alone opens', () => {
    expect(told(threeAgencies(), [...byPlatform(), opens('asker-dmz', 'to', [pods('register-server')])]).state).toBe(
      'proved',
    );
  });

  it('is closed where a leg of it doesn’t pass, and says which', () => {
    expect(told(threeAgencies(), byPlatform().slice(0, 3))).toEqual({
      state: 'closed',
      because: [
        expect.stringMatching(/^dc-north-shared-0: hub-server.* → register-dmz.* 443\/TCP may not pass$/) as string,
      ],
    });
  });

  it('is closed where no flows carry it', () => {
    expect(told(threeAgencies({ flows: [] }), byPlatform())).toEqual({
      state: 'closed',
      because: ['no flows lead to the platform and from it'],
    });
  });

  it('can’t be told where nothing of an end stands in a cluster', () => {
    const { namespaces } = threeAgencies();
    const left = namespaces.filter(({ system }) => system !== 'register');
    expect(told(threeAgencies({ namespaces: left }), byPlatform())).toEqual({
      state: 'unknown',
      because: ['no namespaces of asker and register stand in a cluster', 'no cluster has a path for hub/leg'],
    });
  });
});

describe('a flow between two agencies that names no platform', () => {
  const direct = flow('asker/direct', [end('asker', 'server'), end('register', 'dmz')]);

  it('is told as such, even where policies keep it closed', () => {
    expect(told(threeAgencies({ flows: [direct], exchanges: [] }), [])).toEqual({
      state: 'no-broker',
      because: ['names no platform'],
    });
  });

  it('is told as such where it names one that no end of it is', () => {
    const named = { ...direct, broker: 'ndxp' as const };
    expect(told(threeAgencies({ flows: [named], exchanges: [] }), [])).toEqual({
      state: 'no-broker',
      because: ['names ndxp, and no system that is this platform carries it'],
    });
  });

  it('stands beside an exchange whose carrier is another platform', () => {
    const bent = { ...exchange, broker: 'lgsp' as const };
    expect(told(threeAgencies({ exchanges: [bent] }), byPlatform())).toMatchObject({ state: 'no-broker' });
  });

  it('leads to a system that nobody knows', () => {
    const nowhere = flow('asker/nowhere', [end('asker', 'server'), end('nowhere', 'dmz')], { broker: 'ndxp' });
    expect(agencyFlows(threeAgencies({ flows: [nowhere], exchanges: [] }), [])).toMatchObject([
      { state: 'no-broker', to: { agency: undefined, system: 'nowhere' } },
    ]);
  });
});

describe('a flow to a platform', () => {
  const toPlatform = { flows: legs.map(({ carries: _, ...one }) => one), exchanges: [] };

  it('is a flow of its own where it carries no exchange, with the platform at its end', () => {
    expect(
      agencyFlows(threeAgencies(toPlatform), byPlatform()).map(({ id, carrier, state }) => [id, carrier, state]),
    ).toEqual([
      ['asker/leg', 'hub', 'proved'],
      ['hub/leg', 'hub', 'proved'],
    ]);
  });

  it('joins no agencies where the platform is its owner’s own', () => {
    const systems = threeAgencies().systems.map((one) => ({ ...one, owner: 'p01' }));
    expect(agencyFlows(threeAgencies({ systems }), byPlatform())).toEqual([]);
  });
});

describe('a flow between two agencies in two data centers', () => {
  const distant = threeAgencies({}, { isFar: true });
  const across = [
    ...byPlatform().slice(0, 2),
    opens('hub-server', 'to', fronts('dc-center')),
    far(opens('register-dmz', 'from', fronts('dc-north'))),
  ];

  it('is proved where the platform alone may call the other site', () => {
    expect(told(distant, across)).toEqual({ state: 'proved', because: [] });
  });

  it('is left to the gateways where the asker may call that site too, whose front has one address for all', () => {
    expect(told(distant, [...across, opens('asker-server', 'to', fronts('dc-center'))])).toEqual({
      state: 'gateways',
      because: [
        'the front blocks of sites have one address for all, so only gateways keep 1 pair of namespaces apart, as dc-north-shared-0/asker-server → dc-center-shared-0/register-dmz 443/TCP',
      ],
    });
  });

  it('has a way around where a zone behind the front may be called from there', () => {
    const behind = [
      opens('asker-server', 'to', fronts('dc-center')),
      far(opens('register-server', 'from', fronts('dc-north'))),
    ];
    expect(told(distant, [...across, ...behind])).toEqual({
      state: 'around',
      because: [
        'dc-north-shared-0/asker-server → dc-center-shared-0/register-server 443/TCP may pass, behind the front of its site',
      ],
    });
  });

  it('is closed where the other site doesn’t take it', () => {
    expect(told(distant, across.slice(0, 3)).state).toBe('closed');
  });
});
