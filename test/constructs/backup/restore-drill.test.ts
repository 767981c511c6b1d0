import { RestoreDrill } from '../../../constructs/backup/restore-drill';
import { findObject, renderConstruct } from '../../support/render-construct';
import { landDatabase } from '../../support/healthy-systems';

describe('RestoreDrill', () => {
  const system = landDatabase();
  const { backup: plan } = system;
  if (plan === undefined) throw new Error('the healthy system is backed up');
  const rendered = findObject(
    renderConstruct((scope) => new RestoreDrill(scope, 'test', { system, plan, namespace: 'land-server' })),
    'ConfigMap',
  );

  test('declares how often, from which copies, and what counts as passed', () => {
    expect(rendered['data']).toEqual({
      system: 'land-database',
      everyDays: '90',
      copies: 'dc-center/object,dc-south/tape',
      dataAgeMinutesMax: '15',
      restoreMinutesMax: '60',
    });
  });

  test('stands in the namespace of the system that it proves', () => {
    expect(rendered.metadata).toMatchObject({
      name: 'restore-drill',
      namespace: 'land-server',
      labels: { 'ndc.gov.vn/system': 'land-database', 'ndc.gov.vn/level': '5' },
    });
  });
});
