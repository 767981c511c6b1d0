import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import { mayExist } from '../../facts/unsound-facts';
import type { FactPath } from '../../problem';
import { reportDuplicates } from '../report-duplicates';

/** Checks tenants and who owns, runs and secures each system (Decree 331/2026 Art. 5.2, 8.1 a: exactly one each). */
export function checkOwners(input: BuildInput, report: Report): void {
  const { tenants, systems, sites } = input.facts;
  const isUnknown = (tenant: string): boolean => !mayExist(input, 'tenants', tenant);
  const complainUnknown = (at: FactPath, role: string, got: string): void =>
    complain(report, at, {
      code: `${role.replaceAll(' ', '-')}-unknown`,
      what: `nobody declares the ${role}`,
      got,
      want: `a tenant: ${listNames(tenants.keys())}`,
      next: 'correct the name, or add the tenant to tenants/',
    });
  for (const [, { file, value }] of tenants) {
    const home = sites.get(value.home)?.value;
    if (home === undefined ? mayExist(input, 'sites', value.home) : home.kind === 'national-data-center') continue;
    complain(report, [file, 'home'], {
      code: 'home-unknown',
      what: 'the home of a tenant is a national data center',
      got: value.home,
      want: `one of: ${listNames([...sites].filter(([, site]) => site.value.kind === 'national-data-center').map(([id]) => id))}`,
      next: 'name a data center that is declared in sites/',
    });
  }
  reportDuplicates(
    report,
    [...tenants].map(([, { file, value }]) => ({ key: value.code, at: [file, 'code'] })),
    'tenant code',
  );
  for (const [, { file, value }] of sites)
    if (isUnknown(value.operator)) complainUnknown([file, 'operator'], 'operator', value.operator);
  for (const [, { file, value }] of systems) {
    if ('tenant' in value.owner && isUnknown(value.owner.tenant))
      complainUnknown([file, 'owner', 'tenant'], 'owner', value.owner.tenant);
    if (value.operator !== 'owner' && isUnknown(value.operator))
      complainUnknown([file, 'operator'], 'operator', value.operator);
    if (value.securityUnit !== 'owner' && isUnknown(value.securityUnit))
      complainUnknown([file, 'securityUnit'], 'security unit', value.securityUnit);
  }
  const shortNames = [...systems].map(([, { file, value }]) => ({
    key: `${JSON.stringify(value.owner)} ${value.shortName}`,
    at: [file, 'shortName'],
  }));
  reportDuplicates(report, shortNames, 'short name of an owner');
}
