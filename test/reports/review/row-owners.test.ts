import type { SectionKey } from '../../../reports/review/sections/sections';
import { fillSections } from '../../../reports/review/sections/sections';
import type { SectionRow } from '../../../reports/review/sections/section';
import type { ReviewContent } from '../../../review/review';
import { alike } from '../../../review/words/review-words';
import { content, objectChange, risk } from './review-kit';

/** Tenants, zones and classes of the rows of a section, as filters see them. */
function facets(key: SectionKey, bend: Partial<ReviewContent> = {}): readonly Omit<SectionRow, 'kind' | 'cells'>[] {
  const section = fillSections({ ...content, ...bend }).find((one) => one.key === key);
  return (section?.rows ?? []).map(({ tenants, zones, classes }) => ({ tenants, zones, classes }));
}

const [right] = content.rights;
const [rule] = content.rules;
const [finding] = content.findings;
if (right === undefined || rule === undefined || finding === undefined)
  throw new Error('the kit has one of everything');

describe('a row of a review', () => {
  it('of a right is of the tenants and zones of its namespaces, and of the class that its risk has', () => {
    expect(facets('rights')).toEqual([{ tenants: ['province-hue'], zones: ['app'], classes: ['permission-gained'] }]);
    expect(facets('rights', { rights: [{ ...right, isByTemplate: true }] })[0]?.classes).toEqual(['tenant-added']);
    expect(facets('rights', { rights: [{ ...right, direction: 'lost' }] })[0]?.classes).toEqual([]);
  });

  it('of a rule is of the risks that name it, and of those of whom it finds something', () => {
    const risks = [
      risk('rule-loosened', { what: { vi: `${rule.id}: nới`, en: `${rule.id}: looser` } }),
      risk('finding-added', { what: { vi: `${finding.policy} có`, en: `${finding.policy} now finds something` } }),
    ];
    const rules = [rule, { ...rule, id: finding.policy }, { ...rule, id: 'workloads/require-replica' }];
    expect(facets('rules', { risks, rules })).toEqual([
      { tenants: [], zones: [], classes: ['rule-loosened'] },
      { tenants: ['ministry-land'], zones: [], classes: ['finding-added'] },
      { tenants: [], zones: [], classes: [] },
    ]);
  });

  it('of a fact is of the tenant or zone that its place names, else of those whose objects its file makes', () => {
    const source = 'environments/test/systems/land-database.ts:3';
    const facts = [
      { fact: 'systems/land-database', at: 'footprints.server.cpu', source, before: 1, after: 2 },
      { fact: 'systems/land-database', at: 'level', source, before: 1, after: 2 },
      {
        fact: 'tenants/south/hue',
        at: 'officialName.vi',
        source: 'environments/test/tenants/south/hue.ts:2',
        after: 'Huế',
      },
      { fact: 'nation', at: 'domain', source: 'environments/test/nation.ts:2', before: 'a', after: 'b' },
    ];
    const [zone, file, tenant, nobody] = facets('facts', { facts, objects: [objectChange()] }).toSorted((a, b) =>
      a.zones.length === b.zones.length ? 0 : b.zones.length - a.zones.length,
    );
    expect(zone).toMatchObject({ tenants: ['ministry-land'], zones: ['server'] });
    expect(file).toMatchObject({ tenants: ['ministry-land'], zones: ['data'] });
    expect([nobody, tenant].map((one) => one?.tenants)).toContainEqual(['hue']);
    expect([nobody, tenant].map((one) => one?.tenants)).toContainEqual([]);
  });

  it('of a fact is of the classes of which its tenants have a risk, and of no other', () => {
    const fact = { fact: 'tenants/hue', at: '', source: 'tenants/hue.ts:1', after: 'x' };
    const risks = [
      risk('tenant-path', { tenants: ['hue'] }),
      risk('level-5-changed', { tenants: ['ministry-land'] }),
      risk('recovery-weakened', { what: alike('x') }),
      risk('rule-loosened'),
    ];
    expect(facets('facts', { facts: [fact], risks })[0]?.classes).toEqual(['tenant-path', 'recovery-weakened']);
  });

  it('of a fact about approvals or exceptions is of their class where that is a risk', () => {
    const facts = ['approvals/requirements', 'exceptions/drill'].map((one) => ({
      fact: one,
      at: '',
      source: `${one}.ts:1`,
      after: 'x',
    }));
    const risks = [risk('signers-changed'), risk('waiver-widened')];
    expect(facets('facts', { facts, risks }).map(({ classes }) => classes)).toEqual([
      ['signers-changed'],
      ['waiver-widened'],
    ]);
    expect(facets('facts', { facts, risks: [] }).map(({ classes }) => classes)).toEqual([[], []]);
  });
});
