import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeWithProduct, type Said } from '../support/sandbox/product';

jest.setTimeout(900_000);

const SYSTEM = 'online-meeting';
const DESTROYED = 'reporting';
const NAMESPACE = 'cpo-meeting-database';
const APPROVAL = 'QD-12/2026';

describeWithProduct('systems that are removed', 'ndc-3-shared-0', (product) => {
  const facts = (): string => join(product().folder, 'facts', 'sandbox');
  const status = async (path: string): Promise<number> => (await product().call(path)).status;
  const database = `/apis/postgresql.cnpg.io/v1/namespaces/${NAMESPACE}/clusters`;
  const retire = (system: string, ...options: readonly string[]): Promise<Said> =>
    product().run(...product().on('retire', system, ...options));

  /** Takes a system out of the facts, and says what happens to it. */
  function remove(system: string, mode: 'retire' | 'destroy', ...more: readonly string[]): void {
    rmSync(join(facts(), 'systems/services', `${system}.ts`));
    mkdirSync(join(facts(), 'removals'), { recursive: true });
    const fields = [
      "kind: 'system'",
      `id: '${system}'`,
      `mode: '${mode}'`,
      "reason: 'Another one takes its place.'",
      ...more,
    ];
    writeFileSync(join(facts(), 'removals', `${system}.ts`), `export default {\n  ${fields.join(',\n  ')},\n};\n`);
  }

  beforeAll(async () => {
    await product().up();
    expect(await product().run(...product().on('deploy'))).toMatchObject({ code: 0 });
    cpSync(resolve(__dirname, '../../environments/sandbox'), facts(), { recursive: true });
    remove(SYSTEM, 'retire');
    remove(DESTROYED, 'destroy', `secondApproval: '${APPROVAL}'`);
    for (const given of [
      ['synth', '--env', facts(), '--out', product().assembly],
      ['gate', product().assembly],
    ]) {
      const { code, err } = await product().run(...given);
      expect({ given, code, err: code === 0 ? '' : err }).toEqual({ given, code: 0, err: '' });
    }
  });

  it('stay whole when the new assembly is deployed, and are told as left over', async () => {
    const deployed = await product().run(...product().on('deploy'));
    expect({ code: deployed.code, err: deployed.code === 0 ? '' : deployed.err }).toEqual({ code: 0, err: '' });
    expect(await status(`/api/v1/namespaces/${NAMESPACE}`)).toBe(200);
    const found = await product().run(...product().on('drift'));
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/left over ndc-3-shared-0\/.*; ndc retire removes it/);
  });

  it('are shown first: every object, and how many people’s data they hold; nothing is done', async () => {
    const { code, out, err } = await retire(SYSTEM);
    expect(code).toBe(1);
    expect(err).toContain(`nothing was done; add --confirm ${SYSTEM} to carry it out`);
    expect(out).toMatch(/50[.,]?000/);
    expect(out).toContain(`RoleBinding ${NAMESPACE}/administrators`);
    expect(await status(`/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}/rolebindings`)).toBe(200);
  });

  it('lose what runs and gives access when they are retired, and keep their data with what guards them', async () => {
    const { code, out } = await retire(SYSTEM, '--confirm', SYSTEM);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/(\d+) of \1 objects settled/) as string,
    });
    const bindings = await product().call(`/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}/rolebindings`);
    expect(bindings.body['items']).toEqual([]);
    expect((await product().call(database)).body['items']).not.toEqual([]);
    expect(await status(`/apis/networking.k8s.io/v1/namespaces/${NAMESPACE}/networkpolicies/default-deny`)).toBe(200);
  });

  it('are destroyed only with the second approval that the facts name, and then are gone with their data', async () => {
    const namespace = '/api/v1/namespaces/gov-office-reporting-database';
    const missing = await retire(DESTROYED, '--confirm', DESTROYED);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('give --second-approval with the reference that the facts name');
    expect(await status(namespace)).toBe(200);
    const { code, out } = await retire(DESTROYED, '--confirm', DESTROYED, '--second-approval', APPROVAL);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/(\d+) of \1 objects settled/) as string,
    });
    expect(await status(namespace)).toBe(404);
  });

  it('leave clusters that a deploy and drift find as the assembly says', async () => {
    expect(await product().run(...product().on('deploy'))).toMatchObject({ code: 0 });
    expect(await product().run(...product().on('drift'))).toMatchObject({ code: 0 });
  });
});
