import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { bundleMediaTypes, type BundleMediaType } from '../../../../evidence/bundle/manifest/bundle-kinds';
import { findSecrets } from '../../../../evidence/bundle/secrets/find-secrets';

function foundIn(text: string, mediaType: BundleMediaType = 'text/plain'): readonly string[] {
  const found = findSecrets({ path: 'a', mediaType, bytes: Buffer.from(text) });
  return found.ok
    ? found.value.map(({ what, offset, place }) => `${offset} ${what} ${place}`.trimEnd())
    : ['unreadable'];
}

const { privateKey } = generateKeyPairSync('ed25519');
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const letters = 'QWxhZGRpbjpvcGVuIHNlc2FtZQ1'.repeat(4);
const word = 'x9'.repeat(20);

/** A secret of each form in its clothes, and where in them the form begins. */
const rows: readonly (readonly [what: string, secret: string, place?: number])[] = [
  ['an SSH private key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${letters}`],
  ['an SSH private key of PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519'],
  ['a PEM private key', pem],
  ['a PEM private key', pem.replaceAll('\n', '\\n')],
  [
    'a PEM private key',
    `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n${letters}`,
  ],
  ['a PEM private key', `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${letters}`],
  ['a private key of age', `AGE-SECRET-KEY-1${'QPZRY9X8GF'.repeat(6).slice(0, 58)}`],
  ['a client key of a kubeconfig', `client-key-data: ${letters}`],
  ['a token', `token: ${word}`],
  ['a token', `{\\"token\\":\\"${word}\\"}`, 3],
  ['a JSON web token', `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlcm5ldGVzIn0.${'sig_'.repeat(8)}`],
  ['a bearer token', `Authorization: Bearer ${word}`, 15],
  ['a password of basic authentication', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ['a password in a URL', 'postgres://land:h0use@db.example.vn/land', 8],
  ['a password in a connection string', 'Server=db;User Id=land;Password=h0use!;', 23],
  ['an access key of AWS', `AKIA${'ABCDEFGH'.repeat(2)}`],
  ['a secret access key of AWS', `aws_secret_access_key = ${'wJalrXUt/+'.repeat(4)}`],
  ['a token of GitHub', `ghp_${word}`],
  ['a token of GitLab', `glpat-${word}`],
  ['a token of Vault', `hvs.${word}`],
];
const forms = rows.map(([what, secret, place = 0]) => ({ what, secret, place }));

describe('findSecrets()', () => {
  it.each(forms)('finds $what where its form begins', ({ what, secret, place }) => {
    const found = foundIn(`Đây là chứng cứ\n${secret}\n`);
    expect(found).toEqual([`${Buffer.byteLength('Đây là chứng cứ\n') + place} ${what}`]);
  });

  it('finds what stands in base64, also over lines', () => {
    const encoded = Buffer.from(pem).toString('base64');
    const wrapped = encoded.replace(/.{64}/g, '$&\n  ');
    expect([foundIn(`key: ${encoded}`), foundIn(`key: |\n  ${wrapped}`)]).toEqual([
      ['5 a PEM private key in base64'],
      ['9 a PEM private key in base64'],
    ]);
  });

  it('finds no secret in what evidence is full of', () => {
    const harmless = [
      `sha256:${'0123456789abcdef'.repeat(4)}`,
      '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUFnC4\n-----END CERTIFICATE-----',
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7\n-----END PUBLIC KEY-----',
      `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${word}`,
      'automountServiceAccountToken: false',
      'tokenSecretName: builder-token-for-the-registry-1',
      'https://registry.example.vn:5000/app@sha256:0123456789abcdef',
      'postgres://land:$(PASSWORD)@db/land postgres://land:${PW}@db postgres://<user>:<password>@db',
      'the rule disallow-standing-tokens: no secret holds a token of an account that never ends',
      "string(object.data.password).replace('%', '%25') password=' + string(x)",
      'bearer authentication-by-means-of-certificates',
      'redis://cache:6379/0',
      'PWD=/srv/deploy',
      `{"payload":"${Buffer.from('{"_type":"https://in-toto.io/Statement/v1","subject":[]}'.repeat(4)).toString('base64')}"}`,
      '-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg\n-----END SSH SIGNATURE-----',
    ];
    expect(harmless.flatMap((text) => foundIn(text))).toEqual([]);
  });

  it('finds what a schema tells of, with its place and the first byte of its value', () => {
    const secret = 'kind: Secret\napiVersion: v1\ndata:\n  "đ": aA==\n';
    expect(foundIn(secret, 'application/yaml')).toEqual(['42 a value of a Secret /data/đ']);
    expect(foundIn('{"a":[{"password":"x"}]}', 'application/json')).toEqual(['19 the field password /a/0/password']);
    expect(foundIn('{"a":1}\n\n{"token":7}\n', 'application/x-ndjson')).toEqual(['18 the field token /token']);
  });

  it('throws at no bytes whatever, in any media type', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.stringMatching(/^[-&*!|>{}[\],:"' \na-c]{0,40}$/),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...bundleMediaTypes), (text, mediaType) => {
        const found = findSecrets({ path: 'a', mediaType, bytes: Buffer.from(text) });
        expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(
          found.ok ? [] : ['bundle-part-unreadable'],
        );
      }),
      { seed: 41, numRuns: 800 },
    );
  });

  it('takes no longer than a text is long', () => {
    const long = ['eyJ', '://a:', '-----BEGIN PRIVATE KEY-----', 'token: ', 'bearer ', 'A', 'password=$'];
    const found = long.map((piece) => foundIn(piece.repeat(2 ** 17)).length);
    expect(found).toEqual(long.map(() => 0));
  });
});
