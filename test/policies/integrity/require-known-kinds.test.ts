import policy from '../../../policies/integrity/require-known-kinds';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'b' } };
const strange = { apiVersion: 'v1', kind: 'helm_release', metadata: { name: 'a', namespace: 'b' } };
const withUnknown = (kind: string) =>
  new AssemblyView({ ...viewOf({ resources: [config, strange] }).assembly, unknownKinds: [kind] });

describePolicy('integrity/require-known-kinds', policy, {
  passes: {
    'a kind that a dialect knows': () => ({ view: viewOf({ resources: [config] }) }),
    'a known kind beside an unknown one': () => ({
      subject: 'dc-north-shared-0/ConfigMap/b/a',
      view: withUnknown('helm_release'),
    }),
  },
  fails: {
    'a kind that no dialect knows': () => ({
      subject: 'dc-north-shared-0/helm_release/b/a',
      verdict: 'unknown',
      view: withUnknown('helm_release'),
      where: 'kind',
      got: 'helm_release',
    }),
    'every object of such a kind': () => ({
      subject: 'dc-north-shared-0/ConfigMap/b/a',
      verdict: 'unknown',
      view: withUnknown('ConfigMap'),
      where: 'kind',
      got: 'ConfigMap',
    }),
  },
  ignores: { 'an assembly without objects': () => ({ view: viewOf() }) },
});
