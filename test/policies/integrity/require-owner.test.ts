import policy from '../../../policies/integrity/require-owner';
import { describePolicy } from '../../support/describe-policy';
import { viewOf, type GivenResource } from '../../support/view-of';

const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'p01-proc-server' } };
const given = (bend: Partial<GivenResource>) => ({ view: viewOf({ resources: [{ body, ...bend }] }) });

describePolicy('integrity/require-owner', policy, {
  passes: {
    'an object with construct, fact and owner': () => given({}),
    'an object of the platform, which has no tenant': () =>
      given({ body: { ...body, metadata: { name: 'a', namespace: 'platform-gateway' } } }),
    "an object of the owner in its commune's namespace": () =>
      given({ body: { ...body, metadata: { name: 'a', namespace: 'c00004-proc' } }, tenant: 'p01' }),
  },
  fails: {
    'no construct': () => ({ ...given({ constructPath: '' }), where: 'constructPath', got: 'empty' }),
    'no fact': () => ({ ...given({ source: '' }), where: 'source', got: 'empty' }),
    'no system in a namespace of one': () => ({ ...given({ system: undefined }), where: 'system', got: 'none' }),
    'a tenant that has no part in the namespace': () => ({
      ...given({ tenant: 'national-owner' }),
      where: 'tenant',
      got: 'national-owner',
    }),
  },
  ignores: { 'an assembly without objects': () => ({ view: viewOf() }) },
});
