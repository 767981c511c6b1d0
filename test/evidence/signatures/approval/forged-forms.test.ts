import { parseSignerList } from '../../../../evidence/signatures/approval/signer-list';
import { accounts, approve, beside, binh, judge, keys, payloadText, sealBytes, signerData } from '../kit/scene';

const binhKey = keys.binh.publicKey.fingerprint;

/** The signature of an envelope in two long lines. */
function inLongLines(_: string, sig: string): string {
  const lines = Buffer.from(sig, 'base64').toString().split('\n');
  const long = [lines[0], lines.slice(1, -2).join(''), ...lines.slice(-2)].join('\n');
  return `"sig":"${Buffer.from(long).toString('base64')}"`;
}

describe('the form of an approval', () => {
  it('refuses an envelope with two payloads, and a statement with a key twice', () => {
    const envelope = approve('an').toString();
    const other = Buffer.from(payloadText().replace('mở', 'đóng')).toString('base64');
    expect(beside(Buffer.from(envelope.replace('{', `{"payload":"${other}",`)))).toEqual([false, 'json-key-twice']);
    const twice = payloadText().replace('"authors":', '"\\u0061uthors":["chi@ndc.gov.vn"],"authors":');
    expect(beside(sealBytes(Buffer.from(twice)))).toEqual([false, 'json-key-twice']);
  });

  it.each([
    ['a space', (text: string) => text.replace('":', '": '), '0x20', '0x22'],
    [
      'keys in another order',
      (text: string) => text.replace(/^\{("_type":"[^"]*"),(.*)\}$/, '{$2,$1}'),
      '0x70',
      '0x5f',
    ],
    ['an escape', (text: string) => text.replace('"review"', String.raw`"\u0072eview"`), '0x5c', '0x72'],
    ['a line end', (text: string) => `${text}\n`, '0x0a', 'the end'],
  ])('refuses a signed statement with %s, naming the first wrong byte', (_, bend, got, want) => {
    const text = bend(payloadText());
    const [verdict] = judge([sealBytes(Buffer.from(text))]).approvals;
    const problem = verdict?.counts === false ? verdict.problems[0] : undefined;
    const wanted = Buffer.from(payloadText());
    const index = Buffer.from(text).findIndex((byte, at) => byte !== wanted[at]);
    expect(problem).toMatchObject({ code: 'json-not-canonical', at: ['payload'], got, want });
    expect(problem?.what).toBe(`the payload is not in canonical form; its first wrong byte is number ${index}`);
  });

  it.each([
    ['a line end behind it', (text: string) => `${text}\n`, 'json-not-canonical'],
    ['a mark of byte order before it', (text: string) => `\ufeff${text}`, 'json-none'],
    ['a space in it', (text: string) => text.replace('[{', '[ {'), 'json-not-canonical'],
    [
      'spare bits in its payload',
      (text: string) => text.replace(/.=?=?","payloadType/, 'w==","payloadType'),
      'base64-not-canonical',
    ],
    ['the fingerprint of another key', (text: string) => text.replace(/SHA256:[^"]*/, binhKey), 'key-id-other'],
    ['no fingerprint', (text: string) => text.replace(/SHA256:[^"]*/, ''), 'key-id-form'],
    ['a signature in longer lines', (text: string) => text.replace(/"sig":"([^"]*)"/, inLongLines), 'signature-lines'],
    ['a signature that is none', (text: string) => text.replace(/"sig":"[^"]*"/, '"sig":"AAAA"'), 'signature-armor'],
  ])('refuses an envelope with %s', (_, bend, code) => {
    expect(beside(Buffer.from(bend(approve('an').toString())))).toEqual([false, code]);
  });

  it.each([
    ['Cyrillic а', '\u0430n@ndc.gov.vn'],
    ['a full-width letter', '\uff41n@ndc.gov.vn'],
    ['a capital letter', 'An@ndc.gov.vn'],
    ['an invisible character', 'an\u200b@ndc.gov.vn'],
    ['a letter with a mark', 'án@ndc.gov.vn'],
  ])('refuses a name with %s, in the signer list and in a statement', (_, principal) => {
    const data = signerData();
    const listed = parseSignerList({ signers: [{ ...data.signers[0], principal }, ...data.signers.slice(1)] });
    expect(listed.ok ? [] : listed.problems.map(({ code, at }) => [code, ...at])).toEqual([
      ['name-look-alike', 'signers', 0, 'principal'],
    ]);
    const text = payloadText().replace(accounts.an.principal, principal);
    expect(beside(sealBytes(Buffer.from(text)))).toEqual([false, 'name-look-alike']);
  });

  it('refuses to judge when an author has a look-alike name, which could hide who made the change', () => {
    const judgement = judge([approve('an'), binh], { authors: ['D\u00f9ng@ndc.gov.vn'] });
    expect(judgement).toMatchObject({
      isSatisfied: false,
      problems: [{ code: 'question', at: ['question', 'authors', 0] }],
    });
  });

  it('refuses a field that nobody knows, in the envelope and in the statement', () => {
    const envelope = approve('an').toString().replace(/\}$/, ',"version":"2"}');
    expect(beside(Buffer.from(envelope))).toEqual([false, 'value-unknown']);
    const text = payloadText().replace('"rules"', '"roles":["all"],"rules"');
    expect(beside(sealBytes(Buffer.from(text)))).toEqual([false, 'value-unknown']);
  });

  it('refuses statements of another kind', () => {
    const slsa = payloadText().replace('https://ndc.gov.vn/attestation/approval/v1', 'https://slsa.dev/provenance/v1');
    expect(beside(sealBytes(Buffer.from(slsa)))).toEqual([false, 'value-other']);
    const type = approve('an').toString().replace('application/vnd.in-toto+json', 'application/json');
    expect(beside(Buffer.from(type))).toEqual([false, 'value-other']);
  });

  it('refuses an envelope that is too large, before reading it', () => {
    expect(beside(Buffer.alloc(65_537, 0x20))).toEqual([false, 'json-too-large']);
    expect(beside(sealBytes(Buffer.from(payloadText().replace('mở', 'm'.repeat(20_000)))))).toEqual([
      false,
      'json-too-large',
    ]);
  });
});
