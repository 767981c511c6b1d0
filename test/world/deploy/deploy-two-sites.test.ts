import { describeWithProduct, Product, type Said } from '../../support/sandbox/product';
import { CONVERGED } from './converged';
import { findProgram } from './processes';
import { lostSince, standing } from './standing';

const [near, far] = ['ndc-1-shared-0', 'ndc-3-shared-0'];
const POLICY = '/apis/networking.k8s.io/v1/namespaces/platform-gateway/networkpolicies/default-deny';

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

/** The lines of an answer in JSON that are about two workloads. */
function betweenPods(lines: string): readonly string[] {
  return lines.split('\n').filter((line) => /"from":"[^"]+\/[^"]+","to":"[^"]+\/[^"]+"/.test(line));
}
