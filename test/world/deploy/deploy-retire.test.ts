import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeWithProduct, type Product, type Said } from '../../support/sandbox/product';

const SYSTEM = 'reporting';
const NAMESPACE = 'gov-office-reporting-database';
const BINDINGS = `/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}/rolebindings`;
const APPROVAL = 'QD-12/2026';

/** A system of a deployed sandbox that new facts no longer have, and how a person removes it. */
function describeRemoval(
  mode: 'retire' | 'destroy',
  tests: (product: () => Product, remove: (...options: readonly string[]) => Promise<Said>) => void,
): void {
  describeWithProduct(`a system whose removal is to ${mode} it`, ['ndc-3-shared-0'], (product) => {
    beforeAll(async () => {
      await product().up();
      expect(await product().run(...product().on('deploy'))).toMatchObject({ code: 0 });
      const facts = join(product().folder, 'facts', 'sandbox');
      cpSync(resolve(__dirname, '../../../environments/sandbox'), facts, { recursive: true });
      rmSync(join(facts, 'systems/services', `${SYSTEM}.ts`));
      mkdirSync(join(facts, 'removals'));
      const fields = `kind: 'system', id: '${SYSTEM}', mode: '${mode}', secondApproval: '${APPROVAL}'`;
      const text = `export default { ${fields}, reason: 'Another one takes its place.' };\n`;
      writeFileSync(join(facts, 'removals', `${SYSTEM}.ts`), text);
      const made = await product().run('synth', '--env', facts, '--out', product().assembly);
      const judged = await product().run('gate', product().assembly);
      expect([made, judged]).toMatchObject([{ code: 0 }, { code: 0 }]);
    });
    tests(product, (...options) => product().run(...product().on('retire', SYSTEM, ...options)));
  });
}

describeRemoval('retire', (product, remove) => {
  it('stays whole when the new assembly is deployed, and is told as left over', async () => {
    expect(await product().run(...product().on('deploy'))).toMatchObject({ code: 0 });
    expect((await product().call(`/api/v1/namespaces/${NAMESPACE}`)).status).toBe(200);
    const found = await product().run(...product().on('drift'));
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/left over ndc-3-shared-0\/.*; ndc retire removes it/);
  });

  it('is shown first, with every object and how many people’s data it holds; nothing is done', async () => {
    const { code, out, err } = await remove();
    expect(code).toBe(1);
    expect(err).toContain(`nothing was done; add --confirm ${SYSTEM} to carry it out`);
    expect(out).toMatch(/systems that end: 1, of which citizens use \d+ directly; people whose data they hold: \d+/);
    expect(out).toContain(`RoleBinding ${NAMESPACE}/administrators`);
    expect((await product().call(`${BINDINGS}/administrators`)).status).toBe(200);
  });

  it('loses what runs and gives access, and keeps its data with what guards them', async () => {
    const { code, out } = await remove('--confirm', SYSTEM);
    expect(out).toMatch(/(\d+) of \1 objects settled/);
    expect(code).toBe(0);
    expect((await product().call(BINDINGS)).body['items']).toEqual([]);
    const guard = `/apis/networking.k8s.io/v1/namespaces/${NAMESPACE}/networkpolicies/default-deny`;
    expect((await product().call(guard)).status).toBe(200);
    await expectAsAssembled(product());
  });
});

describeRemoval('destroy', (product, remove) => {
  it('goes only with the second approval that the facts name, and then with its data', async () => {
    const namespace = `/api/v1/namespaces/${NAMESPACE}`;
    const missing = await remove('--confirm', SYSTEM);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('give --second-approval with the reference that the facts name');
    expect((await product().call(namespace)).status).toBe(200);
    const { code, out } = await remove('--confirm', SYSTEM, '--second-approval', APPROVAL);
    expect(out).toMatch(/(\d+) of \1 objects settled/);
    expect(code).toBe(0);
    expect((await product().call(namespace)).status).toBe(404);
    await expectAsAssembled(product());
  });
});

async function expectAsAssembled(product: Product): Promise<void> {
  expect(await product.run(...product.on('deploy'))).toMatchObject({ code: 0 });
  expect(await product.run(...product.on('drift'))).toMatchObject({ code: 0 });
}
