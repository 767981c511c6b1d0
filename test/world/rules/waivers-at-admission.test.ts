import type { PolicyException } from '../../../model/model';
import { exceptionSpan } from '../../../model/exceptions/exception-span';
import { isExcepted } from '../../../policies/exceptions';
import privileged from '../../../policies/pods/disallow-privileged-containers';
import { exampleNamespace, exampleValue, objectOfKind } from '../../../policies/engine/examples/example-object';
import { frameOf } from '../../../policies/engine/language/frame';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import { expectStarted } from '../../support/sandbox/expect-started';
import { describeWithSandbox } from '../../support/sandbox/real-sandbox';
import { until } from '../kubernetes/by-hand';
import { AdmissionServer, SERVER } from './admission-server';

const CLUSTER = 'ndc-3-shared-0';
const RULE = 'pods/disallow-privileged-containers';

const { on, examples } = privileged.tree;
const [pod] = on.shapes[0].kinds;
const bad = Object.values(examples.fails)[0] ?? {};
const body = objectOfKind(exampleValue(on, bad), [], pod);
const namespace = exampleNamespace(privileged.tree.scope, on, bad);
const value = new RuleJudge(privileged.tree).judge(frameOf(exampleValue(on, bad), namespace), []).value ?? '';

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

function waiver(bend: Partial<PolicyException> = {}): PolicyException {
  const texts = { owner: 'p01', reason: 'a reason that says something', approver: 'the security unit' };
  const dates = { from: day(-2), expires: day(2) };
  const resource = `${SERVER}/Pod/example-0/example`;
  return { id: 'w', policy: RULE, resource, value, ...texts, ...dates, origin: ['exceptions/w'], ...bend };
}

describeWithSandbox('waivers at admission', (sandbox) => {
  let server: AdmissionServer;
  const judge = () => server.judge(RULE, pod, { body, namespace });

  /** Policies read their parameter from a cache that follows what is written after a moment. */
  async function settled(want: 'admitted' | 'refused'): Promise<string> {
    await until(async () => (await judge()).kind === want);
    return want;
  }

  beforeAll(async () => {
    const { kubeconfig } = expectStarted(await sandbox().start(sandbox().spec('waivers', CLUSTER)));
    server = new AdmissionServer(kubeconfig, `${CLUSTER}-break-glass`);
    await server.install([{ id: RULE, rule: privileged }]);
  });
  afterAll(() => server.close());

  it('refuses without one, admits with one, and refuses again when it is taken away', async () => {
    expect(await settled('refused')).toBe('refused');
    await server.writeWaivers([waiver()]);
    expect(await settled('admitted')).toBe('admitted');
    await server.writeWaivers([]);
    expect(await settled('refused')).toBe('refused');
  });

  it.each([
    ['has expired', { from: day(-9), expires: day(-2) }],
    ['is not valid yet', { from: day(2), expires: day(9) }],
    ['excuses another value', { value: `${value}x` }],
    ['excuses another object', { resource: `${SERVER}/Pod/example-0/other` }],
    ['excuses another rule', { policy: 'roles/disallow-wildcard-verbs' }],
    ['is for another cluster', { resource: 'other/Pod/example-0/example' }],
  ])('is refused under a waiver that %s, here as there', async (_, bend) => {
    await server.writeWaivers([waiver()]);
    expect(await settled('admitted')).toBe('admitted');
    await server.writeWaivers([waiver(bend)]);
    expect(await settled('refused')).toBe('refused');
    const finding = { policy: RULE, subject: `${SERVER}/Pod/example-0/example`, value };
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(isExcepted(finding, [waiver(bend)], today)).toBeUndefined();
  });

  it('ends to the second, by the clock of the server', async () => {
    expect(exceptionSpan(waiver()).until).toMatch(/T00:00:00\+07:00$/);
    const end = Math.ceil(Date.now() / 1_000) + 6;
    await server.writeWaivers([waiver()], { until: new Date(end * 1_000).toISOString() });
    expect(await settled('admitted')).toBe('admitted');
    const seen: { readonly at: number; readonly kind: string }[] = [];
    while (Date.now() < (end + 2) * 1_000) {
      const before = Math.floor(Date.now() / 1_000);
      const { kind } = await judge();
      // Only a request that began and ended in one second tells which second it was judged in.
      if (Math.floor(Date.now() / 1_000) === before) seen.push({ at: before, kind });
    }
    expect(seen.filter(({ at, kind }) => (kind === 'admitted') !== at < end)).toEqual([]);
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['admitted', 'refused']));
  });

  it('refuses everything while the list of waivers is gone', async () => {
    await server.writeWaivers([waiver()]);
    expect(await settled('admitted')).toBe('admitted');
    await server.removeWaivers();
    expect(await settled('refused')).toBe('refused');
  });
});
