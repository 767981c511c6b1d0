import { groupBy } from '../../model/group-by';
import type { Assembly } from '../../resources/assembly';
import { readAssembly } from '../../resources/read/read-assembly';
import type { Resource } from '../../resources/resource';
import {
  findingsIn,
  hasField,
  placesIn,
  unnoticed,
  without,
  type Deletion,
  type FieldPlace,
} from '../support/written/deletions';
import { exemptFields, exemptObjects, type ExemptDeletion } from '../support/written/exempt-deletions';
import { objectRoles, type ObjectRole } from '../support/written/object-roles';
import { writtenAssembly } from '../support/written/written-assembly';

/** Kinds of which every field is tried. */
const FIELD_KINDS: ReadonlySet<string> = new Set([
  'Certificate',
  'CiliumNetworkPolicy',
  'ClusterIssuer',
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'RoleBinding',
  'Schedule',
]);

/** A prime, so that steps reach every member. */
const STEP = 7919;

let assembly: Assembly;
let roles: readonly ObjectRole[];

/** One object of each role; which one differs from role to role, so that many can be tried at a time. */
function objectDeletions(): readonly Deletion[] {
  return roles.flatMap(({ members }, index) => {
    const resource = members[index % members.length];
    return resource === undefined ? [] : [{ resource }];
  });
}

/** Each field of one object of each kind and name, of systems and of the platform; another object for each field. */
function fieldDeletions(): readonly Deletion[] {
  const judged = roles.filter(({ members: [first] }) => first !== undefined && FIELD_KINDS.has(first.kind));
  const alike = groupBy(judged, jobOf);
  return [...alike.values()].flatMap((group, job) => {
    const members = group.flatMap((one) => one.members);
    const [first] = members;
    const places = first === undefined ? [] : placesIn(first.body).filter((place) => isContent(first, place));
    return places.flatMap((field, index) => {
      const having = members.filter(({ body }) => hasField(body, field));
      // Members are sorted by place; a long step goes from system to system.
      const resource = having[((index + job) * STEP) % having.length];
      return resource === undefined ? [] : [{ resource, field }];
    });
  });
}

/** A role in fewer words: services of the platform are guarded alike, in clusters of every role. */
function jobOf({ title }: ObjectRole): string {
  const [kind = '', , place = '', name = ''] = title.split(' | ');
  const isOfTenant = place === 'tenant' || (kind === 'Namespace' && name === '*');
  return [kind, isOfTenant ? 'tenant' : 'platform', kind === 'Namespace' ? '' : name].join(' | ');
}

/** What an object is and where it stands is its address: to delete that is to delete the object. */
function isContent({ kind }: Resource, [first, second]: FieldPlace): boolean {
  if (first === 'apiVersion' || first === 'kind') return false;
  if (kind === 'Namespace') return second === 'labels';
  return first !== 'metadata' || (second !== 'name' && second !== 'namespace');
}

function pathOf({ field = [] }: Deletion): string {
  return field.join('.');
}

function covers({ kind, field }: ExemptDeletion, deletion: Deletion): boolean {
  return kind === deletion.resource.kind && (field === undefined || field.test(pathOf(deletion)));
}

/** What nobody noticed and nobody exempted, and exemptions that nothing needs. */
function differences(tried: readonly Deletion[], exempt: readonly ExemptDeletion[]): readonly string[] {
  const lost = unnoticed(assembly, tried);
  const unexempted = lost.filter((one) => !exempt.some((rule) => covers(rule, one)));
  // In a crowd a finding may be hidden by that of another deletion; alone it isn't.
  const isLost = (one: Deletion): boolean => unnoticed(assembly, [one]).length > 0;
  const alone = unexempted.filter(isLost);
  const unneeded = exempt.filter(
    (rule) => ![...lost, ...tried].some((one) => covers(rule, one) && (lost.includes(one) || isLost(one))),
  );
  return [
    ...alone.map((one) => `nobody notices: ${one.resource.id} ${pathOf(one)}`),
    ...unneeded.map(({ kind, field, why }) => `no longer needed: ${kind} ${field?.source ?? ''}: ${why}`),
  ];
}

beforeAll(async () => {
  const read = readAssembly((await writtenAssembly('sandbox')).folder);
  if (!read.ok) throw new Error(read.problems.map(({ got }) => got).join('\n'));
  assembly = read.value;
  roles = objectRoles(assembly.model, assembly.resources);
});

describe('the gate, where the manifest was made to fit what is gone', () => {
  test('finds nothing while all is there', () => {
    expect(findingsIn(without(assembly, []))).toEqual([]);
  });

  test('names the object of every kind and role that is deleted', () => {
    const deletions = objectDeletions();
    expect(deletions.length).toBeGreaterThan(300);
    expect(differences(deletions, exemptObjects)).toEqual([]);
  });

  test('names the object of which a field is deleted', () => {
    const deletions = fieldDeletions();
    expect(deletions.length).toBeGreaterThan(200);
    expect(differences(deletions, exemptFields)).toEqual([]);
  });
});
