import { gitopsEngineCatalog } from '../../delivery/gitops/catalog';
import { exportGitops, type ExportRequest, type GitopsExport } from '../../delivery/gitops/export-gitops';
import { foundationOwners } from '../../delivery/gitops/pulled-cluster';
import { parseRepository, promotions } from '../../delivery/gitops/repository';
import { writeExport } from '../../delivery/gitops/tree/write-export';
import { chooseFirstTenants } from '../../delivery/wave/first-tenants';
import { nearestName } from '../../model/nearest-name';
import { printCount } from '../../model/print-count';
import { problem, type Problem, ProblemError, valueOf } from '../../model/problem';
import type { Assembly } from '../../resources/assembly';
import { readAssembly } from '../../resources/read/read-assembly';
import { defineCommand, exitCodes, formatOption, textOption, type CommandInput } from '../command';
import type { Io } from '../io';
import { Progress } from '../progress';
import { assemblyFolder, DEFAULT_ENVIRONMENT, shownPath } from '../project';
import { requireCertificate } from '../require-certificate';

/** What can be exported. */
const TARGETS = ['gitops'] as const;

const engineIds = gitopsEngineCatalog.map(({ id }) => id);

/** Facts that nobody but the person knows, with why; each must be given. */
const required = {
  engine: `the engine that the clusters run: ${engineIds.join(' or ')}`,
  repository: 'the address that every cluster pulls from',
  foundation: 'terraform while Terraform owns namespaces, quotas and rights; manifests when the clusters pull all',
  out: 'the folder of the tree, such as the root of a Git repository',
} as const;

export default defineCommand({
  summary: 'write an assembly that passed the gate as a tree that clusters pull from Git or a registry',
  for: 'engineer',
  arguments: [{ name: 'what', meaning: 'gitops', required: true }],
  options: [
    { name: 'engine', meaning: 'engine inside the clusters; must be given', value: 'engine', choices: engineIds },
    { name: 'repository', meaning: `${required.repository}, without credentials; must be given`, value: 'url' },
    {
      name: 'foundation',
      meaning: 'owner of what Terraform writes; must be given',
      value: 'owner',
      choices: foundationOwners,
    },
    { name: 'out', meaning: `${required.out}; must be given`, value: 'folder' },
    { name: 'assembly', meaning: 'folder of the assembly (default: ndc.out/national)', value: 'folder' },
    { name: 'revision', meaning: 'branch, or tag of an artifact', value: 'name', default: 'main' },
    { name: 'path', meaning: 'folder of the repository that the tree stands in', value: 'folder', default: '.' },
    {
      name: 'promotion',
      meaning: 'a revision for each wave that people move, or one for all',
      value: 'way',
      default: promotions[0],
      choices: promotions,
    },
    {
      name: 'canary',
      meaning: 'tenant that goes first (default: the one whose loss would hurt least)',
      value: 'tenant',
    },
    { name: 'province', meaning: 'province that goes before the others (default: the smallest)', value: 'tenant' },
    formatOption,
  ],
  run(input, io) {
    refuseOtherTarget(input.arguments[0] ?? '');
    const given = readRequired(input);
    const source = assemblyFolder(textOption(input, 'assembly'), DEFAULT_ENVIRONMENT, io);
    const target = assemblyFolder(given.out, DEFAULT_ENVIRONMENT, io);
    const progress = new Progress(io);
    progress.step('reading the assembly');
    const assembly = valueOf(readAssembly(source));
    requireCertificate(source, assembly.digest, io);
    progress.done(`${printCount(assembly.resources.length, 'object')} that passed the gate`);
    progress.step('writing the tree');
    const made = valueOf(exportGitops(assembly, requestOf(input, given, assembly)));
    valueOf(writeExport(made, target));
    progress.done(`${printCount(made.files.size, 'file')} for ${printCount(made.clusters.length, 'cluster')}`);
    tell(made, { input, io, target });
    return Promise.resolve(exitCodes.clean);
  },
});

type Required = Readonly<Record<keyof typeof required, string>>;

function readRequired(input: CommandInput): Required {
  const missing = Object.entries(required).filter(([name]) => textOption(input, name) === undefined);
  if (missing.length > 0) throw new ProblemError(missing.map(([name, meaning]) => missingOption(name, meaning)));
  const text = (name: keyof typeof required): string => textOption(input, name) ?? '';
  return { engine: text('engine'), repository: text('repository'), foundation: text('foundation'), out: text('out') };
}

function missingOption(name: string, meaning: string): Problem {
  return problem({
    code: 'option-missing',
    at: [`--${name}`],
    what: 'an export needs a fact that only a person knows',
    got: 'nothing',
    want: meaning,
    next: `add --${name}; ndc export --help shows all options`,
  });
}

function refuseOtherTarget(what: string): void {
  if (TARGETS.some((one) => one === what)) return;
  const near = nearestName(what, TARGETS);
  throw new ProblemError([
    problem({
      code: 'export-unknown',
      at: [],
      what: 'an assembly can be exported as nothing of this name',
      got: what,
      want: near === undefined ? TARGETS.join(', ') : `did you mean ${near}?`,
      next: `write ndc export ${TARGETS[0]}`,
    }),
  ]);
}

function requestOf(input: CommandInput, given: Required, assembly: Assembly): ExportRequest {
  const { canary, province, revision = '', path = '', promotion } = input.options;
  const repository = parseRepository({
    url: given.repository,
    revision: String(revision),
    path: String(path),
    promotion: promotions.find((one) => one === promotion) ?? promotions[0],
  });
  const first = chooseFirstTenants(assembly, {
    canary: typeof canary === 'string' ? canary : undefined,
    province: typeof province === 'string' ? province : undefined,
  });
  const engine = gitopsEngineCatalog.find(({ id }) => id === given.engine);
  const foundation = foundationOwners.find((one) => one === given.foundation);
  if (!repository.ok || !first.ok) {
    throw new ProblemError([...(repository.ok ? [] : repository.problems), ...(first.ok ? [] : first.problems)]);
  }
  if (engine === undefined || foundation === undefined)
    throw new Error('the command line let an unknown choice through');
  return { engine, foundation, repository: repository.value, first: first.value };
}

function tell(made: GitopsExport, { input, io, target }: { input: CommandInput; io: Io; target: string }): void {
  const { mark, clusters, files, notDelivered } = made;
  const parts = clusters.flatMap(({ waves }) => waves.flatMap((wave) => wave.parts));
  const left = clusters.flatMap(({ leftToTerraform }) => leftToTerraform.flatMap(({ resources }) => resources));
  const result = {
    folder: shownPath(target, io),
    assemblyDigest: mark.assemblyDigest,
    engine: mark.engine,
    clusters: clusters.length,
    parts: parts.length,
    files: files.size,
    objects: parts.reduce((sum, { resources }) => sum + resources.length, 0),
    leftToTerraform: left.length,
    leftToCloudFormation: notDelivered,
  };
  if (textOption(input, 'format') === 'json') return io.out(`${JSON.stringify(result)}\n`);
  io.out(
    [
      result.folder,
      `${printCount(result.objects, 'object')} in ${printCount(result.parts, 'part')} of ${printCount(result.clusters, 'cluster')}; ${printCount(left.length, 'stays', 'stay')} with Terraform, ${notDelivered} with CloudFormation`,
      `next: read ${shownPath(target, io)}/README.md`,
      '',
    ].join('\n'),
  );
}
