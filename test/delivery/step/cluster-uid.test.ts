import {
  answered,
  failed,
  type ApiFailure,
  type ApiResult,
} from '../../../delivery/kubernetes/client/answer/api-failure';
import { readClusterUid } from '../../../delivery/step/cluster-uid';
import type { JsonObject } from '../../../resources/resource';

function clusterThat(answers: ApiResult<JsonObject>): Parameters<typeof readClusterUid>[0] {
  return { get: () => Promise.resolve(answers) };
}

describe('readClusterUid()', () => {
  it('gives the uid of kube-system', async () => {
    const get = jest.fn(() => Promise.resolve(answered<JsonObject>({ metadata: { uid: 'u-1' } })));
    expect(await readClusterUid({ get }, 'dc-1')).toEqual({ ok: true, value: 'u-1' });
    expect(get).toHaveBeenCalledWith(
      { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' },
      { extent: 'metadata' },
    );
  });

  it.each<readonly [ApiFailure['kind'], string]>([
    ['client-certificate-expired', 'unauthenticated'],
    ['tls', 'untrusted-certificate'],
    ['server-certificate-expired', 'untrusted-certificate'],
    ['timeout', 'unreachable'],
    ['unreachable', 'unreachable'],
  ])('says after %s that it is %s, and in whose words', async (kind, as) => {
    const failure = { kind, message: 'so it said', mayHaveHappened: false } as ApiFailure;
    expect(await readClusterUid(clusterThat(failed(failure)), 'dc-1')).toEqual({
      ok: false,
      failures: [{ kind: as, message: "dc-1 doesn't say which cluster it is: so it said" }],
    });
  });

  it('believes no answer without a uid, such as the page of a proxy', async () => {
    const said = await readClusterUid(clusterThat(answered<JsonObject>({ title: 'Welcome' })), 'dc-1');
    expect(said).toMatchObject({ ok: false, failures: [{ kind: 'unreachable' }] });
  });
});
