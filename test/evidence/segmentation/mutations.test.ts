import { checkCertificate, type CertificateVerdict } from '../../../evidence/segmentation/check-certificate';
import { canonicalJson } from '../../../model/canonical-json';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { Chance } from '../../resources/reachability/oracle/chance';
import { certifiedView, sandboxView, partsOf, type Certified } from './certified-sandbox';
import { mutated } from './mutate';

const MUTATIONS = 1_050;
/** How many of them must change something. */
const CHANGES = 1_000;

/** What a certificate speaks of. */
function isDeciding({ apiVersion, kind, metadata }: JsonObject): boolean {
  const type = JSON.stringify([apiVersion, kind]);
  const isSettings = kind === 'ConfigMap' && (metadata as JsonObject)['name'] === 'cilium-config';
  return isSettings || type === '["v1","Namespace"]' || type.endsWith('NetworkPolicy"]');
}

describe('a certificate of the sandbox', () => {
  let parts: readonly Certified[] = [];
  beforeAll(async () => {
    const all = partsOf(certifiedView(await sandboxView()));
    parts = all.toSorted((a, b) => a.certificate.length - b.certificate.length);
  });

  function judgeMutations(mutate: (part: Certified, chance: Chance) => Certified | undefined): {
    readonly refused: number;
    readonly accepted: readonly number[];
    readonly unlocated: readonly CertificateVerdict[];
  } {
    const seeds = Array.from({ length: MUTATIONS }, (_, seed) => seed);
    const judged = seeds.flatMap((seed) => {
      const chance = new Chance(seed);
      // The small ones more often: they are checked sooner.
      const changed = mutate(chance.pick(parts.slice(0, 1 + chance.below(parts.length))), chance);
      return changed === undefined ? [] : [{ seed, verdict: checkCertificate(changed.certificate, changed.clusters) }];
    });
    const verdicts = judged.map(({ verdict }) => verdict);
    return {
      refused: verdicts.filter(({ isAccepted }) => !isAccepted).length,
      accepted: judged.filter(({ verdict }) => verdict.isAccepted).map(({ seed }) => seed),
      unlocated: verdicts.filter((one) => !one.isAccepted && (one.refusal.at === '' || one.refusal.what === '')),
    };
  }

  it('is accepted as it was made, cluster by cluster', () => {
    const verdicts = parts.map(({ certificate, clusters }) => checkCertificate(certificate, clusters).isAccepted);
    expect(verdicts).toEqual(parts.map(() => true));
    expect(parts).toHaveLength(8);
  });

  it('is refused when any single value of it is another', () => {
    const found = judgeMutations(({ certificate, clusters }, chance) => {
      const changed = canonicalJson(mutated(JSON.parse(certificate) as JsonValue, chance));
      return changed === certificate ? undefined : { certificate: changed, clusters };
    });
    expect(found).toMatchObject({ accepted: [], unlocated: [] });
    expect(found.refused).toBeGreaterThanOrEqual(CHANGES);
  });

  it('is refused when any single letter of it is another, or it ends too soon', () => {
    const found = judgeMutations(({ certificate, clusters }, chance) => {
      const at = chance.below(certificate.length);
      const behind = chance.once(4) ? '' : chance.pick(['0', '"', ' ', '', '}']) + certificate.slice(at + 1);
      const changed = certificate.slice(0, at) + behind;
      return changed === certificate ? undefined : { certificate: changed, clusters };
    });
    expect(found).toMatchObject({ accepted: [], unlocated: [] });
    expect(found.refused).toBeGreaterThanOrEqual(CHANGES);
  });

  it('is refused when any single value of a policy, a namespace or the settings of the plugin is another', () => {
    const found = judgeMutations(({ certificate, clusters }, chance) => {
      const [[id, objects] = ['', []]] = clusters;
      const one = chance.pick(objects.filter(isDeciding));
      const changed = chance.once(20) ? [] : [mutated(one, chance) as JsonObject];
      if (changed.length > 0 && canonicalJson(changed[0]) === canonicalJson(one)) return undefined;
      return {
        certificate,
        clusters: new Map([[id, objects.flatMap((other) => (other === one ? changed : [other]))]]),
      };
    });
    expect(found).toMatchObject({ accepted: [], unlocated: [] });
    expect(found.refused).toBeGreaterThanOrEqual(CHANGES);
  });
});
