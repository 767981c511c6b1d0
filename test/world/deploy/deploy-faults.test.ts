import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { poll } from '../../../delivery/kubernetes/client/poll';
import { realOutside } from '../../delivery/kubernetes/kit/world';
import { describeWithProduct, type Running, type Said } from '../../support/sandbox/product';
import { CONVERGED } from './converged';
import { writeExpiredKubeconfig } from './expired-kubeconfig';
import { holdState } from './hold-state';
import { findProgram } from './processes';
import { lostSince, standing } from './standing';

const NAMESPACE = 'cpo-meeting-dmz';
const CERTIFICATES = `/apis/cert-manager.io/v1/namespaces/${NAMESPACE}/certificates`;
const POLICIES = `/apis/networking.k8s.io/v1/namespaces/${NAMESPACE}/networkpolicies`;
const DEFINITION = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/scheduledbackups.postgresql.cnpg.io';
const ADMISSION = '/apis/admissionregistration.k8s.io/v1';
const SERVICE = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate' };

const hasBegun =
  (wave: string, before: number) =>
  (entries: readonly JournalEntry[]): boolean =>
    entries.slice(before).some((entry) => entry.kind === 'begin' && entry.step.startsWith(`${wave}/`));

/** After each fault the same product goes on, so that what one test leaves behind would fail the next. */
describeWithProduct('a deploy to which something happens', ['ndc-3-shared-0'], (product) => {
  const deploy = (...options: readonly string[]): Promise<Said> => product().run(...product().on('deploy', ...options));
  const resume = (): Promise<Said> => product().run(...product().on('resume'));
  const drift = (): Promise<Said> => product().run(...product().on('drift'));
  const remove = async (path: string): Promise<void> => {
    expect((await product().call(path, { method: 'DELETE' })).status).toBeLessThan(300);
    await untilStatus(path, 404);
  };
  const untilStatus = async (path: string, status: number): Promise<void> => {
    const patience = { outside: realOutside, patienceMilliseconds: 60_000 };
    await poll(patience, async () => ((await product().call(path)).status === status ? true : undefined));
  };
  let deployed: ReadonlyMap<string, string> = new Map();

  /** Resumes to the end, and then finds nothing that departs from the assembly. */
  const expectConverged = async (said: Promise<Said>): Promise<void> => {
    const { code, out, err } = await said;
    expect({ code, out, err: code === 0 ? '' : err }).toMatchObject({ code: 0, err: '' });
    expect(out).toMatch(CONVERGED);
  };

  beforeAll(async () => {
    await product().up();
    await expectConverged(deploy());
    deployed = await standing(product());
    expect(deployed.size).toBeGreaterThan(100);
  });

  it('shows in drift what a hand changed, with whose hand it was, and heals it', async () => {
    const quota = `/api/v1/namespaces/${NAMESPACE}/resourcequotas/quota`;
    const body = { spec: { hard: { pods: '999' } } };
    const type = 'application/merge-patch+json';
    await product().call(`${quota}?fieldManager=somebody`, { method: 'PATCH', type, body });
    await remove(`${POLICIES}/default-deny`);
    const found = await drift();
    expect(found.code).toBe(1);
    expect(found.out).toContain(`NetworkPolicy/${NAMESPACE}/default-deny is missing`);
    expect(found.out).toMatch(/\.spec\.hard\.pods: "999" instead of "\d+", by somebody/);
    await expectConverged(deploy());
    expect(await drift()).toMatchObject({ code: 0 });
  });

  it('finds and names an object that a hand changed while it ran, and heals it with the next', async () => {
    const before = product().journal().length;
    const running = product().begin(...product().on('deploy'));
    expect(await product().untilJournal(running, hasBegun('nation', before))).toBe(true);
    const quota = '/api/v1/namespaces/platform-gateway/resourcequotas/quota';
    const body = { spec: { hard: { pods: '1' } } };
    const changed = await product().call(quota, { method: 'PATCH', type: 'application/merge-patch+json', body });
    expect(changed.status).toBe(200);
    const { code, out } = await running.said;
    expect(code).toBe(1);
    expect(out).toContain('✘ ndc-3-shared-0/ResourceQuota/platform-gateway/quota different');
    await expectConverged(deploy());
  });

  it('lets one in at a time: the second is told who runs, and the first ends well', async () => {
    const before = product().journal().length;
    const running = product().begin(...product().on('deploy'));
    expect(await product().untilJournal(running, hasBegun('guardrails', before))).toBe(true);
    const second = await deploy();
    expect(second.code).toBe(2);
    expect(second.err).toMatch(new RegExp(`deploy-running[^]*process ${running.child.pid ?? 0} on `));
    await expectConverged(running.said);
  });

  it('leaves a state alone that somebody else works on, names the holder, and goes on when it is given back', async () => {
    const before = await standing(product());
    const giveBack = await holdState(product(), 'ndc-3-shared-0-cpo', `kubernetes_resource_quota.${NAMESPACE}_quota`);
    const { code, out } = await deploy();
    expect(code).toBe(1);
    expect(out).toMatch(/state-locked: [^]*held by .+@.+[^]*next {2}wait for the holder of the lock/);
    await giveBack();
    await expectConverged(resume());
    expect([...(await standing(product()))]).toEqual([...before]);
  });

  it('stops at a field that another manager owns, names both, and goes on when that one agrees', async () => {
    const body = { ...SERVICE, metadata: { name: 'service', namespace: NAMESPACE }, spec: { duration: '2000h' } };
    const call = { method: 'PATCH', type: 'application/apply-patch+yaml' } as const;
    const path = `${CERTIFICATES}/service?fieldManager=other-controller&force=true`;
    expect(await product().call(path, { ...call, body })).toMatchObject({ status: 200 });
    const { code, out } = await deploy();
    expect(code).toBe(1);
    expect(out).toMatch(
      /conflict: .*Certificate\/cpo-meeting-dmz\/service.*other-controller \(Apply\) owns \.spec\.duration/,
    );
    // Without any duration the rules at admission would refuse it.
    const agreed = { ...body, spec: { duration: '2160h' } };
    expect(await product().call(path, { ...call, body: agreed })).toMatchObject({ status: 200 });
    await expectConverged(resume());
  });

  it('says which policy refused what in the third wave, and goes on when it lets it pass', async () => {
    const name = 'no-certificates-today';
    const metadata = { name };
    const rule = {
      apiGroups: ['cert-manager.io'],
      apiVersions: ['*'],
      operations: ['CREATE'],
      resources: ['certificates'],
    };
    await product().call(`${ADMISSION}/validatingadmissionpolicies`, {
      method: 'POST',
      body: {
        metadata,
        spec: {
          matchConstraints: { resourceRules: [rule] },
          validations: [{ expression: 'false', message: 'not today' }],
        },
      },
    });
    await product().call(`${ADMISSION}/validatingadmissionpolicybindings`, {
      method: 'POST',
      body: { metadata, spec: { policyName: name, validationActions: ['Deny'] } },
    });
    await remove(`${CERTIFICATES}/service`);
    await untilRefused();
    const { code, out } = await deploy();
    expect(code).toBe(1);
    expect(out).toMatch(
      /admission-refused: .*Certificate\/cpo-meeting-dmz\/service: .*no-certificates-today.*not today/,
    );
    expect(out).toContain('stopped after the wave nation');
    await remove(`${ADMISSION}/validatingadmissionpolicybindings/${name}`);
    await remove(`${ADMISSION}/validatingadmissionpolicies/${name}`);
    await expectConverged(resume());
  });
  /** A policy takes a moment until the server keeps to it. */
  const untilRefused = async (): Promise<void> => {
    const body = {
      ...SERVICE,
      metadata: { generateName: 'try-', namespace: NAMESPACE },
      spec: { secretName: 'try', issuerRef: { name: 'try' } },
    };
    const patience = { outside: realOutside, patienceMilliseconds: 60_000 };
    await poll(patience, async () => {
      const { status } = await product().call(`${CERTIFICATES}?dryRun=All`, { method: 'POST', body });
      return status === 422 || status === 403 ? true : undefined;
    });
  };

  it('waits for a definition that is missing, says which, and goes on when it is there', async () => {
    await remove(DEFINITION);
    const { code, out } = await deploy();
    expect(code).toBe(1);
    expect(out).toContain('kind-missing: ndc-3-shared-0/ScheduledBackup/cpo-meeting-database/meeting-meetings');
    await product().up();
    await expectConverged(resume());
  });

  it('says that a namespace is stuck on its way out, and makes it anew when it is gone', async () => {
    const holder = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
    await product().call(holder, {
      method: 'POST',
      body: { metadata: { name: 'holder', finalizers: ['example.vn/hold'] } },
    });
    await product().call(`/api/v1/namespaces/${NAMESPACE}`, { method: 'DELETE' });
    await untilStatus(`${CERTIFICATES}/service`, 404);
    const { code, out } = await deploy();
    expect(code).toBe(1);
    expect(out).toMatch(/namespace-terminating: .*cpo-meeting-dmz/);
    const body = { metadata: { finalizers: null } };
    await product().call(`${holder}/holder`, { method: 'PATCH', type: 'application/merge-patch+json', body });
    await untilStatus(`/api/v1/namespaces/${NAMESPACE}`, 404);
    await expectConverged(resume());
    const now = await standing(product());
    expect(
      lostSince(deployed, now).filter(
        (name) =>
          !name.includes(` ${NAMESPACE}`) &&
          !name.includes('/namespaces  cpo') &&
          !name.includes('/certificates ') &&
          !name.includes('default-deny'),
      ),
    ).toEqual([]);
    deployed = now;
  });

  it('presents no certificate that ran out: it says so and touches nothing', async () => {
    const kubeconfig = writeExpiredKubeconfig(product());
    const place = ['--clusters', product().first, '--state', `${product().folder}/state`];
    const presenting = (command: string): Promise<Said> =>
      product().run(command, product().assembly, '--kubeconfig', kubeconfig, ...place);
    const { code, out } = await presenting('drift');
    expect(code).toBe(1);
    expect(out).toMatch(/ndc-3-shared-0: not reached \(.*expired.*\); nothing is known of it/);
    const refused = await presenting('deploy');
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/expired/);
    expect([...(await standing(product()))]).toEqual([...deployed]);
    await expectConverged(deploy());
  });

  it('takes a site that is cut off for cut off, never for empty, and goes on when it is back', async () => {
    const kill = await findProgram(product(), 'kube-apiserver');
    kill();
    const found = await drift();
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/^\? ndc-3-shared-0: not reached .*; nothing is known of it$/m);
    expect(found.out).not.toMatch(/missing|deleted|left over/);
    const planned = await product().run(...product().on('plan'));
    expect(planned.code).toBe(1);
    expect(planned.out).not.toMatch(/destroy|CREATED|missing/i);
    await product().up();
    expect(await drift()).toMatchObject({ code: 0 });
    expect([...(await standing(product()))]).toEqual([...deployed]);
  });

  /** Begins a deploy that has something to make in its last wave, and crashes a program when that wave begins. */
  const crashInWave = async (program: string): Promise<Running> => {
    await Promise.all(['default-deny', 'platform'].map((name) => remove(`${POLICIES}/${name}`)));
    await remove(`${CERTIFICATES}/service`);
    const kill = await findProgram(product(), program);
    const before = product().journal().length;
    const running = product().begin(...product().on('deploy'));
    const began = await product().untilJournal(running, hasBegun('nation', before));
    expect(began ? '' : (await running.said).out).toBe('');
    kill();
    return running;
  };
  /** Everything of the first deploy stands, and what was not removed by hand is what it was. */
  const expectNothingLost = async (): Promise<void> => {
    const now = await standing(product());
    const removed = [' default-deny', ' platform', ' service'].map((name) => ` ${NAMESPACE}${name}`);
    expect(lostSince(deployed, now).filter((name) => !removed.some((end) => name.endsWith(end)))).toEqual([]);
    expect(now.size).toBe(deployed.size);
    deployed = now;
  };

  it('stops when the API server is killed in the middle of a wave, and ends converged when it is back', async () => {
    const { code, out } = await (await crashInWave('kube-apiserver')).said;
    expect(code).toBe(1);
    expect(out).toMatch(/✘ nation\/.* \((?:unreached|failed)\)[^]*✘ not converged; .*ndc resume continues/);
    await product().up();
    await expectConverged(resume());
    await expectNothingLost();
  });

  it('waits while etcd is away, and it or a resumed run ends converged when etcd is back', async () => {
    const running = await crashInWave('etcd');
    await product().up();
    const { code } = await running.said;
    await expectConverged(code === 0 ? running.said : resume());
    await expectNothingLost();
    expect(await drift()).toMatchObject({ code: 0 });
  });
});
