import { WorkloadAccount } from '../../../constructs/tenant/workload-account';
import { healthyModel } from '../../support/healthy-model';
import { testChart } from '../../support/render-construct';

describe('WorkloadAccount', () => {
  test('is an account of the namespace without a token', () => {
    const [namespace] = healthyModel().namespaces.filter((one) => one.communePart);
    if (namespace === undefined) throw new Error('the healthy model has a commune');
    expect(new WorkloadAccount(testChart(), 'account', namespace).resource.toJson()).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: 'workload',
        namespace: 'c00004-proc',
        labels: {
          'app.kubernetes.io/managed-by': 'ndc',
          'ndc.gov.vn/tenant': 'c00004',
          'ndc.gov.vn/system': 'procedures-p01',
        },
      },
      automountServiceAccountToken: false,
    });
  });
});
