import type { RiskClass } from '../../../model/approvals/risk-class';
import { reviewDigest } from '../../../review/build-review';
import type { ObjectChange } from '../../../review/objects/object-changes';
import { alike } from '../../../review/words/review-words';
import type { Review, ReviewContent } from '../../../review/review';
import type { Risk } from '../../../review/risks/risk';

/** A digest of one digit. */
export function digest(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/** A risk of a class with what else is given. */
export function risk(name: RiskClass, given: Partial<Risk> = {}): Risk {
  return {
    class: name,
    what: { vi: `điều gì đó của ${name}`, en: `something of ${name}` },
    witness: { vi: `bằng chứng ${name}`, en: `witness of ${name}` },
    count: 1,
    tenants: [],
    ...given,
  };
}

/** An object that differs. */
export function objectChange(given: Partial<ObjectChange> = {}): ObjectChange {
  return {
    id: 'hanoi-shared-1/land/Deployment/web',
    change: 'changed',
    kind: 'Deployment',
    site: 'hanoi',
    cluster: 'hanoi-shared-1',
    tenant: 'ministry-land',
    system: 'land-database',
    zone: 'data',
    level: 3,
    before: digest('b'),
    after: digest('c'),
    paths: ['spec.replicas'],
    source: 'environments/test/systems/land-database.ts:12',
    ...given,
  };
}

/** A change with one of everything that a review tells: a database is opened to another tenant. */
export const content: ReviewContent = {
  formatVersion: 1,
  environment: 'test',
  authors: ['an@example.vn'],
  assembly: undefined,
  risks: [
    risk('internet-path', {
      what: {
        vi: 'Internet (8.8.8.8) nay truy cập được cổng dịch vụ',
        en: 'Internet (8.8.8.8) can now reach the portal',
      },
      witness: alike('8.8.8.8 → portal/web[Deployment] 443/TCP: denied, now allowed in hanoi-shared-1'),
      tenants: ['ministry-land'],
    }),
    risk('tenant-path', {
      what: {
        vi: 'province-hue (app of hue-portal) nay truy cập được ministry-land (data of land-database) qua 5432/TCP',
        en: 'province-hue (app of hue-portal) can now reach ministry-land (data of land-database) on 5432/TCP',
      },
      witness: alike('hue/app[Deployment] → land/store[StatefulSet] 5432/TCP: denied, now allowed in hanoi-shared-1'),
      count: 12,
      tenants: ['ministry-land', 'province-hue'],
    }),
    risk('recovery-weakened', {
      what: {
        vi: 'land-database: rpoMinutes giảm từ mức 5 xuống mức 60',
        en: 'land-database: rpoMinutes is weakened from 5 to 60',
      },
      witness: alike('land-database.rpoMinutes: 5 → 60'),
    }),
    risk('finding-added', {
      witness: alike('land/web: spec.replicas 1; wanted at least 2'),
      tenants: ['ministry-land'],
    }),
    risk('quota-raised', { count: 3, tenants: ['ministry-land'] }),
  ],
  needs: [
    { class: 'internet-path', signatures: 2, of: ['security', 'operations'] },
    { class: 'tenant-path', signatures: 2, of: ['security', 'operations', 'data-protection'] },
    { class: 'recovery-weakened', signatures: 2, of: ['operations', 'data-protection'] },
    { class: 'finding-added', signatures: 1, of: ['security'] },
  ],
  reach: {
    sites: ['danang', 'hanoi'],
    clusters: ['hanoi-shared-1'],
    tenants: { ministry: 1, province: 1 },
    systems: { '3': 2, '5': 1 },
    dataSubjects: 1_234_567,
    platformObjects: 4,
  },
  facts: [
    {
      fact: 'systems/land-database',
      at: 'flows.0.to',
      source: 'environments/test/systems/land-database.ts:12',
      before: 'a',
      after: 'b',
    },
    { fact: 'tenants/new', at: '', source: 'environments/test/tenants/new.ts:1', after: { kind: 'commune', code: 7 } },
    { fact: 'systems/old', at: 'tags', source: 'environments/test/systems/old.ts:3', before: ['x'] },
  ],
  findings: [
    {
      change: 'added',
      policy: 'resilience/require-replicas',
      force: 'block',
      verdict: 'fail',
      subject: 'land/web',
      where: 'spec.replicas',
      got: '1',
      want: 'at least 2',
      value: '1',
      tenant: 'ministry-land',
      system: 'land-database',
    },
    {
      change: 'gone',
      policy: 'network/require-default-deny',
      force: 'warn',
      verdict: 'skip',
      subject: 'hue/app',
      where: '',
      got: 'nothing',
      want: 'a denial',
      value: '',
      exception: 'hue-until-june',
    },
  ],
  paths: [
    {
      cluster: 'hanoi-shared-1',
      from: 'hue/app[Deployment]',
      to: 'land/store[StatefulSet]',
      protocol: 'TCP',
      ports: [[5432, 5432]],
      before: 'denied',
      after: 'allowed',
      because: ['NetworkPolicy land/store ingress[0] allows'],
      objects: ['a'],
      fromPlace: 'province-hue/app',
      toPlace: 'ministry-land/data',
      waivers: [
        {
          exception: 'hue-until-june',
          policy: 'network/x',
          subject: 'land',
          expires: '2026-06-30',
          declaredAt: 'exceptions/hue.ts:4',
        },
      ],
    },
    {
      cluster: 'hanoi-shared-1',
      from: '10.0.0.0-10.0.0.255',
      to: 'land/store[StatefulSet]',
      protocol: 'UDP',
      ports: [[53, 53]],
      before: 'allowed',
      after: 'denied',
      because: [],
      objects: [],
      fromPlace: 'outside',
      toPlace: 'ministry-land/data',
      waivers: [],
    },
  ],
  rules: [
    {
      id: 'workloads/require-replicas',
      kind: 'loosened',
      headline: { vi: 'nới lỏng: ít nhất 2 → ít nhất 1', en: 'loosened: at least 2 → at least 1' },
      sentences: [{ vi: 'Nay được bỏ qua.', en: 'It passes now.' }],
      looser: alike('ndc-1-shared-0/Deployment/p01-procedures-server/web (inventory): fail, now pass'),
      stricter: alike(''),
      droppedClauses: ['d331-14.2'],
    },
  ],
  rights: [
    {
      direction: 'gained',
      rights: [alike('list secrets')],
      scope: 'namespace',
      roles: ['ClusterRole/tenant-administrator'],
      subjects: 3,
      namespaces: 4,
      tenants: ['province-hue'],
      zones: ['app'],
      isByTemplate: false,
      witness: alike('Group p01:administrators in ndc-1-shared-0'),
    },
  ],
  escalations: [
    {
      direction: 'opened',
      goal: 'cluster',
      steps: [{ vi: 'gán vai trò cho chính mình', en: 'binds roles to itself' }],
      subjects: 1,
      tenants: ['ministry-land'],
      zones: ['data'],
      witness: alike('Group p01:administrators in ndc-1-shared-0'),
    },
  ],
  quotas: [
    {
      object: 'hanoi-shared-1/land/ResourceQuota/main',
      resource: 'requests.cpu',
      before: '10',
      after: '20',
      direction: 'raised',
    },
  ],
  recovery: [
    { declaration: 'land-database', systems: 1, promise: alike('rpoMinutes'), before: '5', after: '60', weaker: true },
  ],
  waivers: [
    {
      id: 'hue-until-june',
      change: 'widened',
      policy: 'network/x',
      resource: 'land/web',
      value: 'v',
      from: '2026-01-01',
      expires: '2026-06-30',
    },
  ],
  objects: [
    objectChange(),
    objectChange({
      id: 'hanoi-shared-1/land/ResourceQuota/main',
      kind: 'ResourceQuota',
      paths: ['spec.hard.requests.cpu'],
    }),
    objectChange({
      id: 'hanoi-5/vault',
      change: 'added',
      level: 5,
      before: undefined,
      paths: [],
      tenant: 'province-hue',
    }),
    objectChange({
      id: 'hanoi-shared-1/Namespace/platform',
      change: 'removed',
      kind: 'Namespace',
      after: undefined,
      paths: [],
      tenant: undefined,
      system: undefined,
      zone: undefined,
      level: undefined,
    }),
  ],
};

/** The review of a content, with its digest. */
export function reviewOf(bend: Partial<ReviewContent> = {}): Review {
  const whole = { ...content, ...bend };
  return {
    digest: reviewDigest(whole),
    content: whole,
    base: { assembly: digest('1'), rules: digest('2'), objects: 1_000 },
    head: { assembly: digest('3'), rules: digest('4'), objects: 1_001 },
  };
}

/** The content of a change of so many objects of many tenants. */
export function manyObjects(count: number): readonly ObjectChange[] {
  return Array.from({ length: count }, (_, index) =>
    objectChange({
      id: `hanoi-shared-${index % 7}/tenant-${index % 3_400}-data/Deployment/workload-${index}`,
      tenant: `commune-${String(index % 3_400).padStart(5, '0')}`,
      change: (['added', 'changed', 'removed'] as const)[index % 3] ?? 'added',
      zone: index % 2 === 0 ? 'data' : 'application',
    }),
  );
}
