import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import { canJudge, isSound, mayExist, unsoundNames } from '../../facts/unsound-facts';
import { divisionTenantId } from '../../naming';

/** Checks that what disappears says how, and that a removal is about something that is gone. */
export function checkRemovals(input: BuildInput, report: Report): void {
  checkGone(input, report);
  checkModes(input, report);
}

/** Declarations and tenants of now; systems by declaration, since a tenant's going takes its systems along. */
function declaredIds(input: BuildInput): {
  readonly tenant: ReadonlySet<string>;
  readonly system: ReadonlySet<string>;
} {
  const { facts, divisions } = input;
  const { include } = facts.divisions;
  const provinces =
    include === 'all' ? divisions.provinces.map(({ code }) => code) : include.map((row) => row.province);
  const communes =
    include === 'all' ? divisions.communes.map(({ code }) => code) : include.flatMap((row) => row.communes);
  const ofDivisions = [
    ...provinces.map((code) => divisionTenantId('province', code)),
    ...communes.map((code) => divisionTenantId('commune', code)),
  ];
  const tenants = [
    ...facts.tenants.keys(),
    ...unsoundNames(input, 'tenants'),
    ...(isSound(input, 'divisions') ? ofDivisions : []),
  ];
  return { tenant: new Set(tenants), system: new Set([...facts.systems.keys(), ...unsoundNames(input, 'systems')]) };
}

function checkGone(input: BuildInput, report: Report): void {
  const { previous, facts } = input;
  if (previous === undefined || !canJudge(input, 'removals')) return;
  const declared = declaredIds(input);
  const removals = [...facts.removals.values()].map(({ value }) => `${value.kind} ${value.id}`);
  const known = [
    ...previous.tenants.map(({ id, origin }) => ({ kind: 'tenant' as const, id, origin })),
    ...previous.systems.map(({ declaration, origin }) => ({ kind: 'system' as const, id: declaration, origin })),
  ];
  const seen = new Set<string>();
  for (const { kind, id, origin } of known) {
    const name = `${kind} ${id}`;
    const isThere = declared[kind].has(id) || mayExist(input, `${kind}s`, id);
    if (seen.has(name) || isThere || removals.includes(name)) continue;
    seen.add(name);
    complain(report, origin, {
      code: 'removed-without-mode',
      what: `the ${name} was part of the last good assembly and is no longer declared; leaving it out deletes nothing`,
      got: 'no removal',
      want: `a file in removals/ with kind '${kind}', id '${id}' and mode retire, orphan or destroy`,
      next: 'state what is to happen, or declare it again',
    });
  }
}

function checkModes(input: BuildInput, report: Report): void {
  const declared = declaredIds(input);
  for (const [, { file, value }] of input.facts.removals) {
    if (declared[value.kind].has(value.id)) {
      complain(report, [file, 'id'], {
        code: 'removal-of-declared',
        what: `the ${value.kind} ${value.id} is declared and removed at once`,
        got: value.id,
        want: `a ${value.kind} that is no longer declared`,
        next: 'delete the removal, or the declaration',
      });
    }
    if (value.mode === 'destroy' && value.secondApproval === undefined) {
      complain(report, [file, 'mode'], {
        code: 'destroy-without-approval',
        what: 'destroying may delete stored data, so it needs a second approval',
        got: 'no secondApproval',
        want: 'the reference of a second approval',
        next: 'add secondApproval, or choose retire',
      });
    }
    const before = previousIds(input, value.kind);
    if (before === undefined || declared[value.kind].has(value.id) || before.includes(value.id)) continue;
    complain(report, [file, 'id'], {
      code: 'removal-of-unknown',
      what: `the last good assembly has no ${value.kind} of this name`,
      got: value.id,
      want: `one that is there: ${listNames(before)}`,
      next: 'correct the name; delete the removal when it has been carried out',
    });
  }
}

/** What the last good assembly had of a kind; undefined when there is none. */
function previousIds({ previous }: BuildInput, kind: 'tenant' | 'system'): readonly string[] | undefined {
  if (previous === undefined) return undefined;
  return kind === 'tenant'
    ? previous.tenants.map(({ id }) => id)
    : [...new Set(previous.systems.map(({ declaration }) => declaration))];
}
