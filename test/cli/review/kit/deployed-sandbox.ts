import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approveDeploy, keepDeployed } from '../../../../cli/review/approve-deploy';
import { openJournal } from '../../../../delivery/journal/journal';
import { StateFolder } from '../../../../delivery/state/state-folder';
import { valueOf } from '../../../../model/problem';
import { readAssembly } from '../../../../resources/read/read-assembly';
import { tryDiscovery } from '../../../delivery/kubernetes/kit/fake-cluster';
import { startFakeServer, type FakeServer } from '../../../delivery/kubernetes/kit/fake-server';
import { captureIo } from '../../../support/capture-io';
import { AUTHOR, NOW, SignedSandbox, type Person, type Ran } from './signed-sandbox';

const CLUSTER = 'ndc-1-shared-0';

/** What a deploy came to: refused, or let through to the clusters. */
export interface Deployed extends Ran {
  /** Codes of the problems, each once, sorted. */
  readonly codes: readonly string[];
  /** How often a cluster was asked anything. */
  readonly asked: number;
}

/** Who approves a change, and as what. */
interface Approving {
  readonly who: Person;
  readonly role: string;
  /** The instant at which it is signed.
   * @default - after the change was made
   */
  readonly now?: string;
  /** Whose key signs.
   * @default - one's own
   */
  readonly key?: string;
}

/**
 * The sandbox with people who may sign, deployed as it is; changes of it are to be deployed. The cluster is a server that
 * is another than the journal knows: a deploy that is approved is refused by `other-cluster`, the first question that it
 * asks of a cluster.
 */
export class DeployedSandbox extends SignedSandbox {
  public readonly state = new StateFolder(join(this.folder, 'state'));
  #server: FakeServer | undefined;

  public async start(): Promise<void> {
    const metadata = { name: 'kube-system', uid: 'another' };
    const body = { apiVersion: 'meta.k8s.io/v1', kind: 'PartialObjectMetadata', metadata };
    this.#server = await startFakeServer((request) => tryDiscovery(request) ?? { status: 200, body });
    writeFileSync(join(this.folder, 'kubeconfig'), kubeconfigOf(this.#server));
  }

  public async stop(): Promise<void> {
    await this.#server?.close();
    this.remove();
  }

  /** Keeps an assembly as the one that was deployed last, with all that a deploy keeps. */
  public markDeployed(name: string, at = '2026-11-20T00:00:00Z'): void {
    const folder = join(this.folder, name);
    const assembly = valueOf(readAssembly(folder));
    const change = { folder, assembly, state: this.state };
    const { io } = captureIo({ now: () => new Date(NOW), cwd: this.folder });
    const approved = approveDeploy(change, io);
    keepDeployed(change, approved);
    const journal = valueOf(openJournal(this.state.journal));
    const run = journal.entries.length + 1;
    const { environment, digest: assemblyDigest } = assembly;
    journal.append({ kind: 'run', run, at, environment, assemblyDigest, review: approved?.review.digest, steps: [] });
    journal.append({ kind: 'cluster', run, at, cluster: CLUSTER, uid: 'known' });
    journal.append({ kind: 'finish', run, at, result: 'converged' });
    journal.close();
  }

  /** Starts with an assembly of the facts as they are that is marked as deployed. */
  public async startDeployed(): Promise<void> {
    await this.start();
    await this.synth('base');
    this.markDeployed('base');
  }

  /** Makes the assembly of the facts as they are, and its review against what was deployed. */
  public async change(name: string, bend?: (folder: string) => void): Promise<void> {
    await this.synth(name, bend);
    expect(await this.diff(name)).toMatchObject({ code: 1 });
  }

  /** Reviews a change against what was deployed, as written by somebody. */
  public diff(name: string, author = AUTHOR): Promise<Ran> {
    return this.run('diff', name, '--state', 'state', '--author', author);
  }

  /** Approves a change with the key that a person has here. */
  public approve(name: string, { who, role, now = NOW, key = who }: Approving): Promise<Ran> {
    const said = ['--as', who, '--role', role, '--reason', 'Read and agreed.', '--key', `${key}.pem`];
    return this.runAt(now, 'approve', `${name}.review.json`, ...said);
  }

  /** Deploys a change as a person would. */
  public async deploy(name: string, now = NOW): Promise<Deployed> {
    const before = this.#server?.requests.length ?? 0;
    const ran = await this.runAt(now, 'deploy', name, '--kubeconfig', 'kubeconfig', '--state', 'state');
    const codes = [...ran.err.matchAll(/^[^ ].*?: ([a-z][a-z0-9-]+): /gm)].map(([, code = '']) => code);
    const asked = (this.#server?.requests.length ?? 0) - before;
    return { ...ran, codes: [...new Set(codes)].toSorted(), asked };
  }

  /** Signs a change in both roles that the sandbox asks for. */
  public async sign(name: string): Promise<void> {
    expect(await this.approve(name, { who: 'an', role: 'security' })).toMatchObject({ code: 0 });
    expect(await this.approve(name, { who: 'binh', role: 'operations' })).toMatchObject({ code: 0 });
  }

  /** What a deploy is refused for, before any cluster is asked and without a word on stdout. */
  public async refusals(name: string, now?: string): Promise<readonly string[]> {
    const { code, out, codes, asked } = await this.deploy(name, now);
    expect({ code, out, asked }).toEqual({ code: 2, out: '', asked: 0 });
    return codes;
  }

  /** Files of the approvals of a change. */
  public approvals(name: string): readonly string[] {
    return readdirSync(join(this.folder, `${name}.approvals`)).toSorted();
  }

  /** An approval's text. */
  public approval(name: string, file: string): string {
    return readFileSync(join(this.folder, `${name}.approvals`, file), 'utf8');
  }

  /** Puts a text among the approvals of a change. */
  public putApproval(name: string, file: string, text: string): void {
    mkdirSync(join(this.folder, `${name}.approvals`), { recursive: true });
    writeFileSync(join(this.folder, `${name}.approvals`, file), text);
  }

  /** Puts all approvals of one change beside another. */
  public replay(from: string, to: string): void {
    cpSync(join(this.folder, `${from}.approvals`), join(this.folder, `${to}.approvals`), { recursive: true });
  }

  public forgetApprovals(name: string): void {
    rmSync(join(this.folder, `${name}.approvals`), { recursive: true, force: true });
  }
}

function kubeconfigOf({ authority, port }: FakeServer): string {
  const data = Buffer.from(authority.certificate).toString('base64');
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority-data': data } }],
    users: [{ name: 'u', user: {} }],
    contexts: [{ name: CLUSTER, context: { cluster: 'c', user: 'u' } }],
  });
}
