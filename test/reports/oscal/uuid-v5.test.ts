import fc from 'fast-check';
import { OscalIds } from '../../../reports/oscal/parts/oscal-ids';
import { uuidV5 } from '../../../reports/oscal/parts/uuid-v5';

const DNS_NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const digests = { assemblyDigest: 'a', bundleDigest: 'b', evaluationsDigest: 'c' };
const ids = new OscalIds({ environment: 'test', today: '2026-10-01', ...digests });

describe('uuidV5()', () => {
  it('gives the UUID of the example in RFC 9562 (appendix A.4)', () => {
    expect(uuidV5(DNS_NAMESPACE, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('always gives version 5 of the variant that OSCAL takes', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (namespace, name) => {
        expect(uuidV5(namespace, name)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });
});

describe('OscalIds', () => {
  it('tells lists of parts apart that read alike when joined, and lone surrogates', () => {
    const made = [['ab', 'c'], ['a', 'bc'], ['abc'], ['a,b', 'c'], ['\ud800'], ['\ud801'], ['\ufffd']].map((parts) =>
      ids.ofRun(...parts),
    );
    expect(new Set(made).size).toBe(made.length);
  });

  it('keeps what lasts when another day or another assembly is judged, and nothing else', () => {
    const later = new OscalIds({ environment: 'test', today: '2026-10-02', ...digests });
    const changed = new OscalIds({ environment: 'test', today: '2026-10-01', ...digests, assemblyDigest: 'd' });
    for (const other of [later, changed]) {
      expect(other.ofLasting('rule', 'a/b')).toBe(ids.ofLasting('rule', 'a/b'));
      expect(other.ofRun('finding', 'a/b')).not.toBe(ids.ofRun('finding', 'a/b'));
    }
  });
});
