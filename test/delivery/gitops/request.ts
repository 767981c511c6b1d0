import { gitopsEngineCatalog } from '../../../delivery/gitops/catalog';
import { exportGitops, type ExportRequest, type GitopsExport } from '../../../delivery/gitops/export-gitops';
import { parseRepository, type GivenRepository, type Repository } from '../../../delivery/gitops/repository';
import { chooseFirstTenants } from '../../../delivery/wave/first-tenants';
import type { Result } from '../../../model/problem';
import type { Assembly } from '../../../resources/assembly';

/** The value of a result that must be right. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((one) => `${one.code}: ${one.got}`).join('; '));
  return result.value;
}

/** A repository that is right, with what a test bends. */
export function repositoryOf(bend: Partial<GivenRepository> = {}): Repository {
  const given = {
    url: 'ssh://git@git.test.gov.vn/fleet.git',
    revision: 'main',
    path: '.',
    promotion: 'by-wave',
  } as const;
  return valueOf(parseRepository({ ...given, ...bend }));
}

/** What a test exports for. */
export interface GivenRequest {
  /** @default flux */
  readonly engine?: string;
  /** @default manifests */
  readonly foundation?: ExportRequest['foundation'];
  /** @default - `repositoryOf()` */
  readonly repository?: Repository;
}

/** Exports an assembly, by the choice of first tenants that a deploy makes by itself. */
export function exportFor(assembly: Assembly, given: GivenRequest = {}): Result<GitopsExport> {
  const { engine: id = 'flux', foundation = 'manifests', repository = repositoryOf() } = given;
  const engine = gitopsEngineCatalog.find((one) => one.id === id);
  if (engine === undefined) throw new Error(`no engine ${id}`);
  const first = valueOf(chooseFirstTenants(assembly, {}));
  return exportGitops(assembly, { engine, foundation, repository, first });
}
