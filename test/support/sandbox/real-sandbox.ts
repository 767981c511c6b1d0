import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterSpecs } from '../../../cli/sandbox/cluster-specs';
import { readAssembly } from '../../../resources/read/read-assembly';
import { controlPlaneBinaries } from '../../../sandbox/binaries/binary-table';
import type { ClusterSpec, SandboxSpec } from '../../../sandbox/control-plane/sandbox-spec';
import { startSandbox, type StartSandboxOptions } from '../../../sandbox/control-plane/start-sandbox';
import { stopSandbox } from '../../../sandbox/control-plane/stop-sandbox';
import { goModuleFolder } from '../../../sandbox/go-modules';
import { customResourceDefinitions, type CustomResourceDefinition } from '../../../sandbox/schemas/definitions';
import { schemaCacheFolder } from '../schemas/schema-cache';
import { writtenAssembly } from '../written/written-assembly';
import { realPrograms, whyNoPrograms } from './real-programs';

/** A first run builds every program; after that, this is far more than it takes. */
const PREPARE_MILLISECONDS = 3_600_000;
const STOP_MILLISECONDS = 600_000;

/** The assembly of the sandbox's environment and what its clusters are started with. */
export interface RealSandbox {
  /** Temporary folder of the tests; removed after them, with every sandbox that was started in it. */
  readonly folder: string;
  readonly assembly: string;
  /** Every definition of a custom resource that can be had; a cluster of the assembly has those of its own objects. */
  readonly definitions: readonly CustomResourceDefinition[];
  /** A sandbox of these clusters of the assembly, in a folder of its name. */
  readonly spec: (name: string, ...clusters: readonly string[]) => SandboxSpec;
  /** Starts a sandbox; every process of it is ended after the tests. */
  readonly start: (spec: SandboxSpec, bend?: Partial<StartSandboxOptions>) => ReturnType<typeof startSandbox>;
}

/**
 * Tests on real control planes; skipped by name, with the reason, where their programs can't be had. Programs are
 * built, and the assembly is written, before the first test.
 */
export function describeWithSandbox(name: string, body: (sandbox: () => RealSandbox) => void): void {
  const reason = whyNoPrograms(controlPlaneBinaries);
  if (reason !== undefined) {
    describe.skip(`${name} (${reason})`, () => it('runs on real control planes', () => undefined));
    return;
  }
  describe(name, () => {
    let made: RealSandbox | undefined;
    const started = new Set<string>();
    beforeAll(async () => {
      made = await prepare(started);
    }, PREPARE_MILLISECONDS);
    afterAll(async () => {
      await Promise.all([...started].map((folder) => stopSandbox(folder)));
      if (made !== undefined) rmSync(made.folder, { recursive: true, force: true });
    }, STOP_MILLISECONDS);
    body(() => {
      if (made === undefined) throw new Error('the sandbox is used before it is made');
      return made;
    });
  });
}

async function prepare(started: Set<string>): Promise<RealSandbox> {
  const binaries = await realPrograms(controlPlaneBinaries);
  const folder = mkdtempSync(join(tmpdir(), 'ndc-sandbox-'));
  const { folder: assembly } = await writtenAssembly('sandbox');
  const got = await customResourceDefinitions({ cacheFolder: schemaCacheFolder(), moduleFolder: goModuleFolder });
  const definitions = got.ok ? got.definitions : [];
  const specs = specsOf(assembly, definitions);
  return {
    folder,
    assembly,
    definitions,
    spec: (name, ...clusters) => ({
      name,
      folder: join(folder, name),
      clusters: clusters.map((cluster) => findSpec(specs, cluster)),
    }),
    start: (spec, bend = {}) => {
      started.add(spec.folder);
      return startSandbox(spec, { binaries, now: () => new Date(), ...bend });
    },
  };
}

function specsOf(folder: string, definitions: readonly CustomResourceDefinition[]): readonly ClusterSpec[] {
  const assembly = readAssembly(folder);
  if (!assembly.ok) throw new Error('the assembly of the sandbox cannot be read');
  return clusterSpecs(assembly.value, definitions).map(({ spec }) => spec);
}

function findSpec(specs: readonly ClusterSpec[], name: string): ClusterSpec {
  const found = specs.find((spec) => spec.name === name);
  if (found === undefined) throw new Error(`the assembly has no cluster ${name}`);
  return found;
}
