import type { PolicyException } from '../../../model/model';
import { policyCatalog } from '../../../policies/catalog';
import { PathWaivers, type PathWaiver } from '../../../policies/path-waivers';
import { changesBetween, type FlowChange } from '../../../resources/reachability/query/changes';
import type { JsonObject } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { exceptionFor } from '../reachability/kit/exception-for';
import { healthyModel } from '../../support/healthy-model';
import { CLUSTER, idOf, viewOf, type GivenResource } from '../../support/view-of';
import { tcp, zonePeer } from '../network/kit/objects';
import { conversation, denyFrom, egressOf, openTo } from '../reachability/kit/conversation';

const TODAY = '2026-10-01';
const server = 'p01-proc-server';
const namespace = `namespace/${CLUSTER}/${server}`;

type Given = JsonObject | GivenResource;

/** What the databases may call: the servers on the port of remote shells. */
const shell: readonly Given[] = [
  openTo(server, zonePeer('database'), tcp(22)),
  egressOf('p01-proc-database', [{ to: [zonePeer('server')], ports: [tcp(22)] }]),
];

/** A way out to some addresses outside, in one block or in another. */
const outside = (cidr: string): Given => egressOf(server, [{ to: [{ ipBlock: { cidr } }], ports: [tcp(443)] }]);

/** The exception that a rule's finding needs about a subject of these objects. */
function wantedException(policy: string, subject: string, resources: readonly Given[]): PolicyException {
  return exceptionFor(viewOf({ resources }), { id: 'wanted', policy, subject });
}

function stateOf(view: AssemblyView) {
  const cluster = view.model.tryCluster(CLUSTER);
  if (cluster === undefined) throw new Error(`no cluster ${CLUSTER}`);
  return view.reachability.of(cluster);
}

/** Each change between two states with the waivers of the later one. */
function waived(before: readonly Given[], after: readonly Given[], exceptions: readonly PolicyException[]) {
  const view = viewOf({ model: { ...healthyModel(), exceptions }, resources: after });
  const waivers = new PathWaivers({ view, policies: policyCatalog, today: TODAY });
  const changes = [...changesBetween(stateOf(viewOf({ resources: before })), stateOf(view))];
  return changes.map((change) => ({ change, waivers: waivers.of(change, CLUSTER) }));
}

const textOf = ({ from, to, ports }: FlowChange): string => `${from} → ${to} ${ports.map(([first]) => first).join()}`;

/** The waivers of what changed from or to an end that is named so. */
function waiversAt(name: string, told: ReturnType<typeof waived>): readonly (readonly PathWaiver[])[] {
  const found = told.filter(({ change }) => textOf(change).includes(name));
  expect(found).not.toEqual([]);
  return found.map(({ waivers }) => waivers);
}

describe('the waivers of a path that opened', () => {
  const opened = [...conversation(), ...shell];
  const exception = wantedException('reachability/disallow-undeclared-paths', namespace, opened);

  it('are the exceptions that accept it as a path that nobody declared', () => {
    const told = waived(conversation(), opened, [exception]);
    expect(told.map(({ change, waivers }) => [textOf(change), waivers])).toEqual([
      [
        'p01-proc-database/*[any] → p01-proc-server/*[any] 22',
        [
          {
            exception: 'wanted',
            policy: 'reachability/disallow-undeclared-paths',
            subject: namespace,
            expires: '2026-11-30',
            origin: ['exceptions/wanted'],
          },
        ],
      ],
    ]);
  });

  it.each([
    ['has expired', { expires: '2026-09-30' }],
    ['counts later', { from: '2026-10-02' }],
    ['accepts what is no longer there', { value: 'where=got;' }],
    ['is about another namespace', { resource: `namespace/${CLUSTER}/p01-proc-dmz` }],
    ['is about another rule', { policy: 'reachability/require-open-paths' }],
  ] as const)('are none where an exception %s', (_, bend) => {
    const told = waived(conversation(), opened, [{ ...exception, ...bend }]);
    expect(told.map(({ waivers }) => waivers)).toEqual([[]]);
  });

  it('are none for a declared path that opens to the same namespace', () => {
    const before = opened.filter(
      (one) => !('body' in one && JSON.stringify(one.body).includes('"p01-proc-management"')),
    );
    const told = waived(before, opened, [exception]);
    expect(told.map(({ change, waivers }) => [textOf(change), waivers])).toContainEqual([
      'p01-proc-management/*[any] → p01-proc-server/*[any] 9090',
      [],
    ]);
    expect(told.flatMap(({ waivers }) => waivers)).toEqual([]);
  });

  it('are known of addresses outside, in whatever runs each state tells them apart', () => {
    const [before, after] = [
      [...conversation(), outside('198.51.100.0/25')],
      [...conversation(), outside('198.51.100.0/24')],
    ];
    const exceptions = [wantedException('reachability/disallow-undeclared-paths', namespace, after)];
    const told = waived(before, after, exceptions);
    expect(waiversAt('198.51.100.128-198.51.100.255', told).map((list) => list.map((one) => one.exception))).toEqual([
      ['wanted'],
    ]);
  });

  it('are those too that accept what a rule finds in the policy that opens it', () => {
    const wide = [...conversation(), outside('0.0.0.0/0')];
    const object = idOf('NetworkPolicy', 'flows-egress', server);
    const exceptions = [wantedException('peers/restrict-wide-destinations', object, wide)];
    const told = waived(conversation(), wide, exceptions);
    expect(waiversAt('0.0.0.0-', told).flatMap((list) => list.map((one) => [one.policy, one.subject]))).toContainEqual([
      'peers/restrict-wide-destinations',
      object,
    ]);
  });
});

describe('the waivers of a path that closed', () => {
  it('are the exceptions that accept that a declared path is closed', () => {
    const closed = [...conversation(), denyFrom(server, { 'io.kubernetes.pod.namespace': 'p01-proc-dmz' })];
    const exceptions = [wantedException('reachability/require-open-paths', namespace, closed)];
    const told = waived(conversation(), closed, exceptions);
    expect(told.map(({ change, waivers }) => [textOf(change), change.after, waivers.map((one) => one.policy)])).toEqual(
      [['p01-proc-dmz/*[any] → p01-proc-server/*[any] 8443', 'denied', ['reachability/require-open-paths']]],
    );
  });
});
