import type { DeliveryLedger } from '../../../delivery/ledger/delivery-ledger';
import type { DeliveredSystem } from '../../../delivery/ledger/delivery-record';
import { needsSecondApproval, planRemoval, type RemovalPlan } from '../../../delivery/retire/removal-plan';
import { removalText } from '../../../delivery/retire/removal-text';
import type { Removal } from '../../../model/model';
import { deliveredObject } from '../ledger/delivered';

const portal: DeliveredSystem = {
  id: 'portal-p01',
  declaration: 'portal',
  officialName: { vi: 'Cổng', en: 'Portal' },
  owner: 'p01',
  level: 3,
  citizenService: true,
  dataSubjects: 1_200,
};

const ledger: DeliveryLedger = {
  systems: new Map([
    [portal.id, portal],
    ['archive-p04', { ...portal, id: 'archive-p04', declaration: 'archive', owner: 'p04', citizenService: false }],
  ]),
  objects: new Map(
    [
      deliveredObject('1 namespace', { kind: 'Namespace', system: portal.id, tenant: 'p01', engine: 'terraform' }),
      deliveredObject('2 deny', {
        kind: 'NetworkPolicy',
        namespace: 'n',
        system: portal.id,
        tenant: 'p01',
        engine: 'terraform',
      }),
      deliveredObject('3 database', { kind: 'Cluster', namespace: 'n', system: portal.id, tenant: 'p01' }),
      deliveredObject('4 roles', {
        kind: 'RoleBinding',
        namespace: 'n',
        system: portal.id,
        tenant: 'p01',
        engine: 'terraform',
      }),
      deliveredObject('5 other', { system: 'archive-p04', tenant: 'p04' }),
      deliveredObject('6 still wanted', { system: portal.id, tenant: 'p01' }),
      deliveredObject('7 of the tenant', { tenant: 'p01' }),
    ].map((one) => [one.id, one]),
  ),
};

function removalOf(bend: Partial<Removal>): Removal {
  return {
    id: 'r',
    kind: 'system',
    target: 'portal',
    mode: 'retire',
    reason: 'merged',
    origin: ['removals/r'],
    ...bend,
  };
}

function planOf(bend: Partial<Removal>): RemovalPlan {
  const removal = removalOf(bend);
  const planned = planRemoval(removal.target, [removal], { ledger, wanted: new Set(['6 still wanted']) });
  if (!planned.ok) throw new Error(planned.problems.map((one) => one.what).join('; '));
  return planned.value;
}

const ids = (objects: RemovalPlan['deleted']): readonly string[] => objects.map(({ id }) => id);

describe('planRemoval()', () => {
  it('retires: what runs and gives access goes; what holds data stays, with the guards around it', () => {
    const plan = planOf({});
    expect(ids(plan.deleted)).toEqual(['4 roles']);
    expect(ids(plan.keptInPlace)).toEqual(['1 namespace', '2 deny', '3 database']);
    expect(needsSecondApproval(plan)).toBe(false);
  });

  it('orphans: nothing goes', () => {
    const plan = planOf({ mode: 'orphan' });
    expect(ids(plan.deleted)).toEqual([]);
    expect(ids(plan.keptInPlace)).toHaveLength(4);
  });

  it('destroys: all goes, the namespace last, and only with a second approval', () => {
    const plan = planOf({ mode: 'destroy' });
    expect(ids(plan.deleted)).toEqual(['3 database', '4 roles', '2 deny', '1 namespace']);
    expect(needsSecondApproval(plan)).toBe(true);
  });

  it('takes a tenant with its systems and with what is the tenant’s own', () => {
    expect(ids(planOf({ kind: 'tenant', target: 'p01', mode: 'destroy' }).deleted)).toContain('7 of the tenant');
  });

  it.each(['retire', 'orphan', 'destroy'] as const)(
    'never touches what the assembly still brings, nor others (%s)',
    (mode) => {
      const plan = planOf({ mode });
      expect([...ids(plan.deleted), ...ids(plan.keptInPlace)].toSorted()).toEqual([
        '1 namespace',
        '2 deny',
        '3 database',
        '4 roles',
      ]);
    },
  );

  it('counts whom it touches', () => {
    expect(planOf({})).toMatchObject({ citizenSystems: 1, dataSubjects: 1_200, systems: [portal] });
  });

  it('refuses what the facts do not declare, and offers the likely name', () => {
    const planned = planRemoval('portla', [removalOf({})], { ledger, wanted: new Set() });
    expect(planned.ok ? [] : planned.problems.map(({ code, want }) => [code, want])).toEqual([
      ['removal-undeclared', 'did you mean portal?'],
    ]);
  });
});

describe('removalText()', () => {
  it('names whom it touches and every object', () => {
    expect(removalText(planOf({ mode: 'destroy', secondApproval: 'QD-12' }))).toMatchInlineSnapshot(`
"destroy the system portal: merged
systems that end: 1, of which citizens use 1 directly; people whose data they hold: 1200
  level 3  p01  Portal / Cổng
deleted: 4
  dc-north-shared-0
    Cluster n/3 database (kubernetes)
    RoleBinding n/4 roles (terraform)
    NetworkPolicy n/2 deny (terraform)
    Namespace 1 namespace (terraform)
left in place, no longer kept by ndc: 0
data would be lost: needs the second approval that the facts name (QD-12)
"
`);
  });
});
