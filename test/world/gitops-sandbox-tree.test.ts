import { join } from 'node:path';
import { writeExport } from '../../delivery/gitops/tree/write-export';
import type { GitopsExport } from '../../delivery/gitops/export-gitops';
import { foundationOwners } from '../../delivery/gitops/pulled-cluster';
import { canonicalJson } from '../../model/canonical-json';
import { annotations } from '../../model/naming';
import type { Assembly } from '../../resources/assembly';
import { readAssembly } from '../../resources/read/read-assembly';
import { readKubernetes } from '../../resources/read/kubernetes';
import { textAt } from '../../resources/json-path';
import type { JsonObject } from '../../resources/resource';
import type { StrictValidator } from '../../sandbox/schemas/strict-validator';
import { aligned } from '../golden/golden-tables';
import { expectGolden } from '../support/expect-golden';
import { describeWithSchemas, expectLegal } from '../support/schemas/kubernetes-schema';
import { makeWorkplace } from '../support/written/workplace';
import { copyAssembly } from '../support/written/written-assembly';
import { describeWithKubectl, kustomize } from '../delivery/gitops/kubectl';
import { exportFor, repositoryOf, valueOf, type GivenRequest } from '../delivery/gitops/request';
import { assemblyOf, type GivenFile } from '../delivery/gitops/small-assembly';

const work = makeWorkplace();
let assembly: Assembly;

beforeAll(async () => {
  await copyAssembly('sandbox', join(work.folder, 'sandbox'));
  assembly = valueOf(readAssembly(join(work.folder, 'sandbox')));
});
afterAll(() => work.remove());

const flux: GivenRequest = { engine: 'flux' };
const argocd: GivenRequest = { engine: 'argocd' };
const oci = repositoryOf({ url: 'oci://registry.test.gov.vn/fleet', path: 'north/fleet', promotion: 'together' });
const address = repositoryOf({ url: 'https://[2001:db8::1]:8443/fleet.git', path: 'fleet' });

/** One of each way to pull. */
const requests = {
  flux,
  argocd,
  'flux from a registry': { ...flux, repository: oci, foundation: 'terraform' },
  'flux from an address': { ...flux, repository: address, foundation: 'terraform' },
  'argocd from a registry': { ...argocd, repository: oci, foundation: 'terraform' },
  'argocd from an address': { ...argocd, repository: address, foundation: 'terraform' },
} as const satisfies Readonly<Record<string, GivenRequest>>;

const treeOf = new Map<GivenRequest, GitopsExport>();

/** The export for a request of the lists above, made once. */
function made(request: GivenRequest): GitopsExport {
  const known = treeOf.get(request);
  if (known !== undefined) return known;
  const fresh = valueOf(exportFor(assembly, request));
  treeOf.set(request, fresh);
  return fresh;
}

/** Every object in the files whose path matches. */
function objectsIn({ files }: GitopsExport, path: RegExp): readonly JsonObject[] {
  return [...files]
    .filter(([name]) => path.test(name) && !name.endsWith('/kustomization.yaml'))
    .flatMap(([name, text]) => objectsOf(name, text));
}

function objectsOf(name: string, text: string): readonly JsonObject[] {
  const { objects, troubles } = readKubernetes(text);
  expect({ name, troubles }).toEqual({ name, troubles: [] });
  return objects.map(({ body }) => body);
}

const OF_ENGINE = /^clusters\/[^/]+\/(?:bootstrap|engine)\//;
const OF_ASSEMBLY = /^clusters\/[^/]+\/\d-/;

describe('the tree of the sandbox', () => {
  it.each(foundationOwners)(
    'holds every object that is pulled exactly once and as it is, with the foundation by %s',
    (foundation) => {
      const pulled = assembly.resources.filter(
        ({ artifact }) =>
          artifact.engine === 'kubernetes' || (artifact.engine === 'terraform' && foundation === 'manifests'),
      );
      const tree = foundation === 'manifests' ? made(flux) : valueOf(exportFor(assembly, { foundation }));
      const written = objectsIn(tree, OF_ASSEMBLY);
      expect(written.length).toBeGreaterThan(700);
      expect(canonical(written)).toEqual(canonical(pulled.map(({ body }) => body)));
    },
  );

  it('reads for a person as this list of parts', () => {
    const { clusters, files } = made(flux);
    const rows = clusters.flatMap(({ waves }) =>
      waves.flatMap(({ parts }) =>
        parts.map(({ folder, rank, resources, after }) => [
          folder,
          String(resources.length),
          String([...files.keys()].filter((path) => path.startsWith(`${folder}/`)).length - 1),
          String(rank),
          after.join(' '),
        ]),
      ),
    );
    expectGolden('sandbox/gitops.txt', aligned([['part', 'objects', 'files', 'rank', 'after'], ...rows]));
  });

  it('lets an account write the kinds of its wave and no others, and delete nothing', () => {
    for (const role of objectsIn(made(flux), /\/bootstrap\/rights\.yaml$/).filter(
      ({ kind }) => kind === 'ClusterRole' || kind === 'Role',
    )) {
      const rules = role['rules'] as readonly Readonly<Record<string, readonly string[]>>[];
      const verbs = new Set(rules.flatMap((rule) => rule['verbs'] ?? []));
      expect(
        [...verbs].filter((verb) => ['delete', 'deletecollection', 'impersonate', 'update', '*'].includes(verb)),
      ).toEqual([]);
      expect(JSON.stringify(rules)).not.toContain('*');
      for (const rule of rules) {
        const named = rule['verbs']?.some((verb) => verb === 'bind' || verb === 'escalate') === true;
        expect(named).toBe(rule['resourceNames'] !== undefined);
      }
    }
  });

  it('has no object of Flux that prunes, forces or deletes', () => {
    const parts = objectsIn(made(flux), OF_ENGINE).filter(({ kind }) => kind === 'Kustomization');
    const said = parts
      .map(({ spec }) => spec as JsonObject)
      .map(({ prune, force, deletionPolicy }) => ({ prune, force, deletionPolicy }));
    expect(parts.length).toBeGreaterThan(70);
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"prune":false,"force":false,"deletionPolicy":"Orphan"}']),
    );
  });

  it('has no object of Argo CD that prunes, and no finalizer that deletes with it', () => {
    const parts = objectsIn(made(argocd), OF_ENGINE).filter(({ kind }) => kind === 'Application');
    const text = JSON.stringify(parts);
    expect(text.split('"prune":false')).toHaveLength(parts.length + 1);
    expect(text).not.toMatch(/"prune":true|finalizers|Replace=true|Force=true/);
  });

  it('marks for Argo CD what holds data or machines, wherever it stands', () => {
    const { clusters } = made(argocd);
    const kept = clusters
      .flatMap(({ waves }) => waves.flatMap(({ parts }) => parts))
      .filter(({ resources }) =>
        resources.some(({ kind, apiVersion }) => kind === 'Namespace' || apiVersion.startsWith('postgresql.cnpg.io/')),
      );
    const applications = objectsIn(made(argocd), /\/engine\//);
    const marked = applications.filter((one) => JSON.stringify(one).includes('Delete=false,Prune=false'));
    const steps = new Set(
      marked.map(({ metadata }) => ((metadata as JsonObject)['annotations'] as JsonObject)['ndc.gov.vn/step']),
    );
    expect(kept.length).toBeGreaterThan(30);
    expect(kept.filter(({ step }) => !steps.has(step))).toEqual([]);
  });

  it('orders Applications by the same ranks as their parts', () => {
    const { clusters } = made(argocd);
    const ranks = new Map(
      clusters.flatMap(({ waves }) =>
        waves.flatMap(({ parts }) => parts.map(({ step, rank }) => [step, String(rank)] as const)),
      ),
    );
    for (const one of objectsIn(made(argocd), /\/engine\//)) {
      const step = textAt(one, 'metadata', 'annotations', annotations.step) ?? '';
      expect(textAt(one, 'metadata', 'annotations', 'argocd.argoproj.io/sync-wave')).toBe(ranks.get(step));
    }
  });
});

describeWithSchemas('the objects of the engines', (validator: StrictValidator) => {
  it.each(Object.entries(requests))('are legal by their official definitions, for %s', (_name, request) => {
    const objects = objectsIn(made(request), OF_ENGINE);
    const kinds = new Set(validator.kinds());
    const unknown = objects.filter(
      (one) => !kinds.has(`${textAt(one, 'apiVersion') ?? ''}/${textAt(one, 'kind') ?? ''}`),
    );
    expect(objects.length).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
    expectLegal(validator, objects);
  });
});

/** Texts that readers of YAML 1.1 would take for something else when they stand without quotes. */
const misread = [
  'yes',
  'no',
  'on',
  'y',
  '~',
  'null',
  '0o7',
  '0x1F',
  '1_000',
  '12:30:45',
  '1e3',
  '.5',
  '2001-01-01',
  '=',
  '<<',
  '0777',
  '-',
  '',
  ' a ',
  'a: b',
  '#a',
  '\uFEFFa',
  'ạ',
  'a\nb\n',
  '$(X)',
  '${X}',
  '{{ x }}',
];

describeWithKubectl('the folders of a cluster', () => {
  it.each(['flux', 'argocd'] as const)('build with kustomize to the objects of their files, for %s', (engine) => {
    const request = requests[engine];
    const folder = join(work.folder, engine);
    const tree = made(request);
    valueOf(writeExport(tree, folder));
    const lists = [...tree.files.keys()].filter((path) =>
      /^clusters\/ndc-1-management\/.*\/kustomization\.yaml$/.test(path),
    );
    expect(lists.length).toBe(5);
    for (const list of lists) {
      const part = list.slice(0, -'/kustomization.yaml'.length);
      const built = objectsOf(part, kustomize(join(folder, part)));
      expect(canonical(built)).toEqual(canonical(objectsIn(tree, new RegExp(`^${part}/[^/]+$`))));
    }
  });

  it('build to the very texts that are easily misread', () => {
    const data = Object.fromEntries(misread.map((text, index) => [`key-${index}`, text]));
    const body: JsonObject = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'texts', namespace: 'platform-site' },
      data,
    };
    const folder = join(work.folder, 'texts');
    const given: GivenFile = { path: 'texts.yaml', cluster: 'dc-north-management', wave: 1, objects: [body] };
    valueOf(writeExport(valueOf(exportFor(assemblyOf([given]))), folder));
    const part = join(folder, 'clusters/dc-north-management/1-management/kubernetes/platform-1');
    expect(objectsOf(part, kustomize(part))).toEqual([body]);
  });
});

/** Objects without the order of their keys and of themselves. */
function canonical(objects: readonly JsonObject[]): readonly string[] {
  return objects.map((one) => canonicalJson(one)).toSorted();
}
