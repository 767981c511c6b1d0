import { rmSync } from 'node:fs';
import { main } from '../../cli/main';
import type { Manifest } from '../../model/assembly';
import type { PolicyException } from '../../model/model';
import { valueOf } from '../../model/problem';
import { readAssembly } from '../../resources/read/read-assembly';
import type { JsonObject } from '../../resources/resource';
import { AssemblyView } from '../../resources/view/assembly-view';
import { tcp, zonePeer } from '../policies/network/kit/objects';
import { conversation, egressOf, openTo } from '../policies/reachability/kit/conversation';
import { writeAssembly } from '../support/assembly-kit';
import { captureIo } from '../support/capture-io';
import { exceptionFor } from '../policies/reachability/kit/exception-for';
import { healthyModel } from '../support/healthy-model';
import { CLUSTER, type GivenResource } from '../support/view-of';

const POLICY = 'reachability/disallow-undeclared-paths';
const namespace = `namespace/${CLUSTER}/p01-proc-server`;
const calm = conversation();
const opened = [
  ...calm,
  openTo('p01-proc-server', zonePeer('database'), tcp(22)),
  egressOf('p01-proc-database', [{ to: [zonePeer('server')], ports: [tcp(22)] }]),
];
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An assembly on disk whose shared cluster in the north holds these objects. */
function assemblyOf(given: typeof calm, exceptions: readonly PolicyException[] = []): string {
  const bodies = given.map((one): JsonObject => ('body' in one ? (one as GivenResource).body : one));
  const objects = bodies.map((body) => {
    const { kind, metadata } = body as { readonly kind: string; readonly metadata: Readonly<Record<string, string>> };
    return { address: `${kind}/${metadata['namespace'] ?? '-'}/${metadata['name'] ?? ''}` };
  });
  const content = bodies.map((body) => JSON.stringify(body)).join('\n---\n');
  const places = { 'exceptions/shell': 'environments/test/exceptions/shell.ts:4' };
  const folder = writeAssembly({
    model: { ...healthyModel(), exceptions },
    files: [{ path: `kubernetes/${CLUSTER}/test.yaml`, content, objects }],
    bendManifest: (manifest): Manifest => ({ ...manifest, places }),
  });
  folders.push(folder);
  return folder;
}

/** The exception that the gate needs to accept the path of remote shells. */
function shellException(folder: string): PolicyException {
  const view = new AssemblyView(valueOf(readAssembly(folder)));
  return exceptionFor(view, { id: 'shell', policy: POLICY, subject: namespace });
}

async function diff(before: string, after: string, ...options: readonly string[]) {
  const { io, out, err } = captureIo();
  return { code: await main(['prove', 'diff', before, after, ...options], io), out: out(), err: err() };
}

describe('ndc prove diff', () => {
  const [before, unexcused] = [assemblyOf(calm), assemblyOf(opened)];
  const excused = assemblyOf(opened, [shellException(unexcused)]);

  it('names the rule and the waiver of what opened, with its place and its last day', async () => {
    const { code, out, err } = await diff(before, excused);
    expect({ code, err }).toEqual({ code: 1, err: '1 change\n' });
    expect(out).toMatchInlineSnapshot(`
"dc-north-shared-0 p01/database → p01/server: 1 flow opened
  + p01-proc-database/*[any] → p01-proc-server/*[any]  22/TCP: denied, now allowed
      egress: NetworkPolicy p01-proc-database/flows-egress: spec.egress[0] accepts it
      ingress: NetworkPolicy p01-proc-server/more: spec.ingress[0] accepts it
      waived until 2026-11-30 by shell, declared at environments/test/exceptions/shell.ts:4: reachability/disallow-undeclared-paths on namespace/dc-north-shared-0/p01-proc-server
"
`);
  });

  it('names the waiver in JSON too, beside the objects that decide', async () => {
    const { out } = await diff(before, excused, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      objects: [
        `${CLUSTER}/NetworkPolicy/p01-proc-database/flows-egress`,
        `${CLUSTER}/NetworkPolicy/p01-proc-server/more`,
      ],
      waivers: [
        {
          exception: 'shell',
          policy: POLICY,
          subject: namespace,
          expires: '2026-11-30',
          declaredAt: 'environments/test/exceptions/shell.ts:4',
        },
      ],
    });
  });

  it('names no waiver where the later assembly has none, nor one of the earlier', async () => {
    expect((await diff(before, unexcused)).out).not.toContain('waived');
    const { out } = await diff(excused, before);
    expect(out).toContain('22/TCP: allowed, now denied');
    expect(out).not.toContain('waived');
  });
});
