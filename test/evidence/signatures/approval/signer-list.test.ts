import fc from 'fast-check';
import { allowedSignersOf, parseSignerList } from '../../../../evidence/signatures/approval/signer-list';
import { valueOf } from '../../../../model/problem';
import { signerData } from '../kit/scene';

/** The problems of a list whose first accounts are bent, as code and place. */
function problemsOf(...bends: readonly Record<string, unknown>[]): readonly string[] {
  const { signers } = signerData();
  const list = parseSignerList({ signers: signers.map((one, index) => ({ ...one, ...bends[index] })) });
  return list.ok ? [] : list.problems.map(({ code, at }) => `${code} ${at.join('/')}`);
}

const [first, second] = signerData().signers;
const keyOf = { publicKey: '', validFrom: '', validUntil: '', ...first?.keys[0] };

describe('parseSignerList()', () => {
  it('reads what is right', () => {
    expect(problemsOf()).toEqual([]);
    const [an] = valueOf(parseSignerList(signerData())).signers;
    expect(an).toMatchObject({ principal: 'an@ndc.gov.vn', person: 'an', keys: [{ revokedAt: undefined }] });
  });

  it('tells all problems together, with their places', () => {
    const bad = { ...keyOf, validUntil: '2026-13-01T00:00:00Z', publicKey: 'ssh-dss AAAA' };
    expect(problemsOf({ keys: [bad] }, { person: '', roles: ['x y'] }, { principal: 'chi@ndc.gov.vn' })).toEqual([
      'wire-too-short signers/0/keys/0/publicKey',
      'instant-form signers/0/keys/0/validUntil',
      'name-form signers/1/person',
      'name-form signers/1/roles/0',
      'signer-twice signers/3/principal',
    ]);
  });

  it('refuses a key that stands twice, at another person or the same', () => {
    expect(problemsOf({}, { keys: [keyOf] })).toEqual(['key-twice signers/1/keys/0/publicKey']);
    expect(problemsOf({}, {}, { keys: [keyOf] })).toEqual(['key-twice signers/2/keys/0/publicKey']);
    expect(problemsOf({ keys: [keyOf, { ...keyOf, publicKey: `${keyOf.publicKey} again` }] })).toEqual([
      'key-twice signers/0/keys/1/publicKey',
    ]);
  });

  it('refuses a role that stands twice, a key that ends first, and a field that nobody knows', () => {
    expect(problemsOf({ roles: ['a', 'b', 'a'] })).toEqual(['role-twice signers/0/roles/2']);
    expect(problemsOf({ keys: [{ ...keyOf, validUntil: keyOf.validFrom }] })).toEqual([
      'key-span signers/0/keys/0/validUntil',
    ]);
    expect(problemsOf({ admin: true })).toEqual(['value-unknown signers/0/admin']);
    expect(problemsOf({ keys: [{ ...keyOf, validuntil: '' }] })).toEqual(['value-unknown signers/0/keys/0/validuntil']);
  });

  it('refuses an empty list, and whatever is no list, without a throw', () => {
    expect(parseSignerList({ signers: [] })).toMatchObject({ ok: false, problems: [{ code: 'value-list' }] });
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseSignerList(value).ok).toBe(false);
        expect(parseSignerList({ signers: [value] }).ok).toBe(false);
      }),
      { seed: 17, numRuns: 300 },
    );
  });
});

describe('allowedSignersOf()', () => {
  it('leaves out keys that are revoked by then, and ends those that will be', () => {
    const keys = [{ ...keyOf, revokedAt: '2026-06-01T00:00:00Z' }];
    const list = valueOf(parseSignerList({ signers: [{ ...first, keys }, second] }));
    const times = (now: string): readonly string[] =>
      allowedSignersOf(list, now)
        .split('\n')
        .map((line) => line.replace(/ ssh-ed25519 .*/, ''));
    expect(times('2026-05-31T23:59:59Z')).toEqual([
      'an.other@ndc.gov.vn namespaces="ndc-approval",valid-after="20260101000000Z",valid-before="20261231235959Z"',
      'an@ndc.gov.vn namespaces="ndc-approval",valid-after="20260101000000Z",valid-before="20260601000000Z"',
      '',
    ]);
    expect(times('2026-06-01T00:00:00Z')).toHaveLength(2);
  });
});
