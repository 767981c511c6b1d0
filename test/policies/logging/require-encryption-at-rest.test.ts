import policy from '../../../policies/logging/require-encryption-at-rest';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { change, drop, withValue, type Path } from '../kit/edit-objects';
import { shared, subject } from '../resilience/kit/cluster-objects';
import { encryption, file, logging } from './kit/logging-objects';

const bent = (path: Path, value: JsonValue | undefined): PolicyCase => ({
  view: logging(file(1, withValue(encryption(false), path, value))),
  subject,
});
const providers = ['resources', 0, 'providers'];
const kms = [...providers, 0, 'kms'];
const land = 'KubeadmControlPlane/dc-north-land-control';

describePolicy('logging/require-encryption-at-rest', policy, {
  passes: {
    'a key service': () => ({ view: logging(), subject }),
    'a hardware module at level 5': () => ({ view: logging(), subject: 'cluster/dc-north-land' }),
    'everything encrypted': () => bent(['resources', 0, 'resources'], ['*.*']),
  },
  fails: {
    'secrets left out': () => ({
      ...bent(['resources', 0, 'resources'], ['configmaps']),
      where: 'resources',
      got: 'without secrets',
    }),
    'a key in the file': () => ({
      ...bent([...providers, 0], { aescbc: { keys: [] } }),
      where: 'resources[0].providers[0]',
      got: 'aescbc',
    }),
    'nothing encrypted': () => ({
      ...bent([...providers, 0], { identity: {} }),
      where: 'resources[0].providers[0]',
      got: 'identity',
    }),
    'a way back to the clear': () => ({
      ...bent([...providers, 1], { identity: {} }),
      where: 'resources[0].providers[1]',
      got: 'identity',
    }),
    'the old protocol': () => ({
      ...bent([...kms, 'apiVersion'], undefined),
      where: 'resources[0].providers[0].kms.apiVersion',
      got: 'v1',
    }),
    'a key service far away': () => ({
      ...bent([...kms, 'endpoint'], 'https://keys.example.com'),
      where: 'resources[0].providers[0].kms.endpoint',
      got: 'https://keys.example.com',
    }),
    'no hardware module at level 5': () => ({
      view: logging(
        change(land, ['spec', 'kubeadmConfigSpec', 'files', 1, 'content'], JSON.stringify(encryption(false))),
      ),
      subject: 'cluster/dc-north-land',
      where: 'resources[0].providers[0].kms.endpoint',
      got: 'unix:///run/key-service/kms.sock',
    }),
    'no control plane': () => ({
      view: logging(drop('KubeadmControlPlane', `${shared}-control`)),
      subject,
      where: 'KubeadmControlPlane',
      got: 'none',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }),
  },
});
