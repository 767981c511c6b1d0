import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePack } from '../../../constructs/cluster/admission/rule-pack';
import type { LiveReport } from '../../../reports/points/live-report';
import type { Report } from '../../../reports/report';
import { describeWithProduct, Product, type Said } from '../../support/sandbox/product';
import { CONVERGED } from './converged';
import { findProgram } from './processes';
import { lostSince, standing } from './standing';

const [near, far] = ['ndc-1-shared-0', 'ndc-3-shared-0'];
const POLICY = '/apis/networking.k8s.io/v1/namespaces/platform-gateway/networkpolicies/default-deny';

const ADMISSION = '/apis/admissionregistration.k8s.io/v1/validatingadmission';
const [SERVICES, PEERS] = ['rules-services-everywhere', 'rules-network-policies-everywhere'];

/** After each event the same product goes on, so that what one test leaves behind would fail the next. */
describeWithProduct('a deploy to two sites', [near, far], (product) => {
  const run = (command: string, ...options: readonly string[]): Promise<Said> =>
    product().run(...product().on(command, ...options));
  const stepsEnded = (state: string, before: number): ReadonlySet<string> => {
    const entries = product().journal().slice(before);
    return new Set(
      entries.flatMap((one) =>
        one.kind === 'end' && one.outcome.state === state ? [one.step.split('/')[1] ?? ''] : [],
      ),
    );
  };
  let deployed: readonly ReadonlyMap<string, string>[] = [];

  beforeAll(async () => {
    await product().up();
    const { code, out } = await run('deploy');
    expect(out).toMatch(CONVERGED);
    expect(code).toBe(0);
    deployed = await Promise.all([standing(product(), near), standing(product(), far)]);
    for (const { size } of deployed) expect(size).toBeGreaterThan(100);
  });

  it('lets an auditor ask who reaches whom, and the live cluster says of its pods what the assembly says', async () => {
    const asked = ['prove', 'reachability', '--format', 'json'];
    const live = await product().run(...asked, '--live', `${near}-auditor`, '--sandbox-name', Product.sandbox);
    const meant = await product().run(...asked, '--assembly', product().assembly, '--cluster', near);
    expect([live.code, meant.code]).toEqual([0, 0]);
    const paths = betweenPods(live.out);
    expect(paths.length).toBeGreaterThan(0);
    expect(betweenPods(meant.out)).toEqual(expect.arrayContaining(paths));
    const deployer = await product().run(...asked, '--live', near, '--sandbox-name', Product.sandbox);
    expect(deployer.code).toBe(2);
    expect(deployer.err).toContain('User "ndc:deployer" cannot list resource');
  });

  it('reports of every rule what plan, API servers and live objects say, and exactly what is loosened by hand', async () => {
    const holds = await report(product());
    expect(holds).toMatchObject({ code: 0, live: { onlyAsWritten: [], untold: [], unreached: [], departed: [] } });
    const { plan, admission, live } = holds.live.states;
    for (const states of [plan, admission, live]) expect(states.holds).toBeGreaterThan(100);
    for (const states of [plan, admission, live]) expect(states).toMatchObject({ fails: 0, unknown: 0, excepted: 0 });
    expect(refusedExamples(holds.live)).toBeGreaterThan(200);
    const act = async (validationActions: readonly string[]): Promise<void> => {
      const patch = {
        method: 'PATCH',
        type: 'application/merge-patch+json',
        body: { spec: { validationActions } },
      } as const;
      expect((await product().call(`${ADMISSION}policybindings/${SERVICES}`, patch, near)).status).toBe(200);
    };
    await act(['Warn']);
    expect((await product().call(`${ADMISSION}policies/${PEERS}`, { method: 'DELETE' }, far)).status).toBe(200);
    const found = await report(product());
    expect(found.code).toBe(1);
    expect(found.live.departed.map(({ id, kind }) => [id, kind])).toEqual([
      [`${near}/ValidatingAdmissionPolicyBinding/-/${SERVICES}`, 'different'],
      [`${far}/ValidatingAdmissionPolicy/-/${PEERS}`, 'missing'],
    ]);
    const carried = rulePack.filter(({ name }) => name === SERVICES || name === PEERS);
    const rules = carried.flatMap(({ checks }) => checks.flatMap(({ rule = '' }) => rule)).toSorted();
    const failing = found.live.rules.filter((one) => one.admission.state === 'fails').map(({ rule }) => rule);
    expect(failing).toEqual(rules);
    expect(found.live.onlyAsWritten).toEqual(expect.arrayContaining(rules));
    const letIn = found.live.findings.filter(({ got }) => got.endsWith(' let in')).map(({ subject }) => subject);
    expect(new Set(letIn)).toEqual(new Set([`cluster/${near}`, `cluster/${far}`]));
    // No apply can take it back: the server refuses to warn and deny at once, and the warning is somebody else's.
    await act(['Deny', 'Audit']);
    expect((await run('deploy')).out).toMatch(CONVERGED);
  });

  it('goes on with one while the other is cut off, says so, and takes nothing for deleted', async () => {
    const cut = await findProgram(product(), 'kube-apiserver', far);
    cut();
    expect((await product().call(POLICY, { method: 'DELETE' }, near)).status).toBe(200);
    const before = product().journal().length;
    const { code, out } = await run('deploy', '--max-failures', '1000');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`✘ [^ ]+/${far}/[^ ]+ \\(unreached\\)`));
    expect([...stepsEnded('unreached', before)]).toEqual([far]);
    expect(stepsEnded('done', before)).toEqual(new Set([near]));
    expect((await product().call(POLICY, {}, near)).status).toBe(200);
    const found = await run('drift');
    expect(found.code).toBe(1);
    expect(found.out).toContain(`? ${far}: not reached`);
    expect(found.out).not.toMatch(/left over|is missing/);
    const { code: reported, live } = await report(product());
    expect(reported).toBe(3);
    expect(live.unreached.map(({ cluster }) => cluster)).toEqual([far]);
    expect(live.states.admission).toMatchObject({ holds: 0, fails: 0 });
    expect(live.states.live).toMatchObject({ fails: 0 });
    for (const { live: runs } of live.rules) if (runs.state === 'holds') expect(runs.clusters).toEqual([near]);
  });

  it('ends converged when the site is back: nothing of it was made anew', async () => {
    await product().up();
    const { code, out } = await run('resume');
    expect(out).toMatch(CONVERGED);
    expect(code).toBe(0);
    expect(lostSince(deployed[1] ?? new Map(), await standing(product(), far))).toEqual([]);
    expect(await run('drift')).toMatchObject({ code: 0 });
  });

  it('refuses clusters that stand where others were deployed to, and begins anew when a person says so', async () => {
    await product().down();
    await product().up();
    const journal = product().journal();
    for (const command of ['deploy', 'plan']) {
      const { code, err } = await run(command);
      expect(code).toBe(2);
      for (const name of [near, far]) expect(err).toContain(`other-cluster: ${name} is another cluster`);
    }
    const found = await run('drift');
    expect(found.out).toContain(`? ${near}: not reached (another cluster stands there`);
    expect(product().journal()).toEqual(journal);
    expect((await standing(product(), near)).size).toBe(0);
    const { code, out } = await run('deploy', '--made-anew', `${near},${far}`);
    expect(out).toMatch(CONVERGED);
    expect(code).toBe(0);
    expect(await run('drift')).toMatchObject({ code: 0 });
  });
});

/** What the report of the product says that clusters say. */
async function report(product: Product): Promise<{ readonly code: number | undefined; readonly live: LiveReport }> {
  const out = join(product.folder, 'report');
  const { code, err } = await product.run(...product.on('report', '--live', '--format', 'json', '--out', out));
  if (code === 2) throw new Error(err);
  const { live } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
  if (live === undefined) throw new Error(`the report says nothing of clusters: ${err}`);
  return { code, live };
}

/** How many examples that break a rule its own policy refused. */
function refusedExamples({ rules }: LiveReport): number {
  const all = rules.flatMap(({ admission }) => admission.standings.map(({ examples }) => examples?.refused ?? 0));
  return all.reduce((sum, one) => sum + one, 0);
}

/** The lines of an answer in JSON that are about two workloads. */
function betweenPods(lines: string): readonly string[] {
  return lines.split('\n').filter((line) => /"from":"[^"]+\/[^"]+","to":"[^"]+\/[^"]+"/.test(line));
}
