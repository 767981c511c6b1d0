import fc from 'fast-check';
import { load } from 'js-yaml';
import type { BundleMediaType } from '../../../../evidence/bundle/manifest/bundle-kinds';
import { findSecrets } from '../../../../evidence/bundle/secrets/find-secrets';
import { redactPart } from '../../../../evidence/bundle/secrets/redact-part';
import { secretFields } from '../../../../evidence/bundle/secrets/secret-fields';
import { valueOf } from '../../../../model/problem';

function redacted(text: string, mediaType: BundleMediaType): { text: string; places: readonly string[] } {
  const { part, hidden } = valueOf(redactPart({ path: 'a', kind: 'plan', mediaType, bytes: Buffer.from(text) }));
  return { text: Buffer.from(part.bytes).toString(), places: hidden.map(({ place }) => place) };
}

describe('redactPart()', () => {
  it('hides the values of Kubernetes Secrets in YAML and keeps every other byte', () => {
    const text = [
      '# evidence of two objects',
      'apiVersion: v1',
      'kind: Secret',
      'metadata: { name: db, annotations: { a: b } }',
      'data: { user: bGFuZA==, "pass": "aDB1c2U=" }',
      'stringData:',
      "  single: 'it''s'",
      '  block: |',
      '    line one',
      '    line two',
      '  number: 42',
      '  nothing:',
      '---',
      'kind: ConfigMap',
      'data: { user: land }',
      '',
    ].join('\n');
    const { text: after, places } = redacted(text, 'application/yaml');
    expect(after).toMatchInlineSnapshot(`
"# evidence of two objects
apiVersion: v1
kind: Secret
metadata: { name: db, annotations: { a: b } }
data: { user: <redacted>, "pass": "<redacted>" }
stringData:
  single: '<redacted>'
  block: |
    <redacted>
  number: <redacted>
  nothing:
---
kind: ConfigMap
data: { user: land }
"
`);
    expect(places).toEqual([
      '/data/user',
      '/data/pass',
      '/stringData/single',
      '/stringData/block',
      '/stringData/number',
    ]);
    expect(redacted(after, 'application/yaml').text).toBe(after);
  });

  it('hides an anchored value wherever YAML says that it is a secret', () => {
    const text = 'host: &h db.example.vn\nlogin: { password: *h }\n';
    expect(redacted(text, 'application/yaml').text).toBe('host: &h <redacted>\nlogin: { password: *h }\n');
  });

  it('ends on values that hold themselves', () => {
    const text = 'kind: Secret\ndata: &d { a: x, b: *d }\nlist: &l [ *l, { token: t } ]\n';
    expect(redacted(text, 'application/yaml').text).toBe(
      'kind: Secret\ndata: &d { a: <redacted>, b: *d }\nlist: &l [ *l, { token: <redacted> } ]\n',
    );
  });

  it('hides Secrets in lists, what kubectl kept of them, and variables of containers', () => {
    const applied = { 'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"a":"c2VjcmV0"}}' };
    const secret = { kind: 'Secret', metadata: { name: 'a', annotations: applied }, data: { a: 'c2VjcmV0' } };
    const env = [
      { name: 'DB_PASSWORD', value: 'h0use' },
      { name: 'DB_HOST', value: 'db' },
      { name: 'API_TOKEN', valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } },
    ];
    const { text, places } = redacted(JSON.stringify({ kind: 'List', items: [secret, { env }] }), 'application/json');
    expect(places).toEqual([
      '/items/0/metadata/annotations/kubectl.kubernetes.io/last-applied-configuration',
      '/items/0/data/a',
      '/items/1/env/0/value',
    ]);
    expect(text).not.toMatch(/c2VjcmV0|h0use/);
    expect(text).toContain('"key":"token"');
  });

  it('hides what Terraform marks as sensitive', () => {
    const plan = {
      variables: { db: { value: 'v1' }, region: { value: 'hanoi' } },
      planned_values: {
        outputs: { url: { sensitive: true, value: { a: ['v2'] } }, open: { sensitive: false, value: 'shown' } },
      },
      resource_changes: [
        {
          change: {
            before: { data: { a: 'v3' }, list: ['shown', 'v4'], name: 'shown' },
            before_sensitive: { data: true, list: [false, true] },
            after: 'v5',
            after_sensitive: true,
          },
        },
      ],
      prior_state: {
        values: { root_module: { resources: [{ values: { x: 'v6', y: 'shown' }, sensitive_values: { x: true } }] } },
      },
      configuration: { root_module: { variables: { db: { sensitive: true }, region: {} } } },
    };
    const { text, places } = redacted(JSON.stringify(plan, undefined, 2), 'application/json');
    expect(text).not.toMatch(/v\d/);
    expect(text.match(/shown|hanoi/g)).toHaveLength(5);
    expect(places).toHaveLength(6);
  });

  it('hides fields by their names, in each way that they are written, and twice where they are there twice', () => {
    const text =
      '{"password":"a","client-key-data":"b","api_key":9,"Client.Secret":["c",{"x":"d"}],"token":null,"password":""}';
    expect(redacted(text, 'application/json').text).toBe(
      '{"password":"<redacted>","client-key-data":"<redacted>","api_key":"<redacted>","Client.Secret":["<redacted>",{"x":"d"}],"token":null,"password":""}',
    );
    expect(redacted('{"password":"a","password":"b"}', 'application/json').text).not.toMatch(/[ab]"[,}]/);
    expect(redacted(String.raw`{"pass\u0077ord":"a\"b"}`, 'application/json').text).toBe(
      String.raw`{"pass\u0077ord":"<redacted>"}`,
    );
  });

  it('hides every field of the table, and variables of programs by the ends of their names', () => {
    const ends =
      'PASSWORD PASSWD PASSPHRASE TOKEN SECRET API_KEY PRIVATE_KEY ACCESS_KEY CREDENTIALS DSN DATABASE_URL'.split(' ');
    const given = [
      ...[...secretFields].map((name) => JSON.stringify({ [name]: 'h0use' })),
      ...[...secretFields].map((name) => JSON.stringify({ [name.split('').join('_').toUpperCase()]: 'h0use' })),
      ...ends.map((name) => JSON.stringify({ name: `SHOP_${name}`, value: 'h0use' })),
    ];
    expect(given.filter((text) => redacted(text, 'application/json').text.includes('h0use'))).toEqual([]);
  });

  it('returns a part without secrets as it is', () => {
    const bytes = Buffer.from('{ "a": 1 }');
    const part = { path: 'a', kind: 'plan', mediaType: 'application/json', bytes } as const;
    expect(valueOf(redactPart(part)).part).toBe(part);
  });

  it('refuses what it can’t read', () => {
    const part = { path: 'a', kind: 'plan', mediaType: 'application/json', bytes: Buffer.from('{') } as const;
    expect(redactPart(part)).toMatchObject({ ok: false, problems: [{ code: 'bundle-part-unreadable' }] });
  });

  it('leaves no field that is a secret by its name, keeps all other values, and is done at once', () => {
    const key = fc.constantFrom('a', 'password', 'token', 'name', 'clientSecret', 'data');
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.dictionary(key, tie('tree')),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const json = redacted(text, 'application/json').text;
        expect(JSON.parse(json)).toEqual(withoutSecrets(JSON.parse(text), false));
        expect(load(redacted(text, 'application/yaml').text)).toEqual(JSON.parse(json));
        const found = findSecrets({ path: 'a', mediaType: 'application/json', bytes: Buffer.from(json) });
        expect(found.ok && found.value.filter(({ place }) => place !== '')).toEqual([]);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

/** What redaction must leave of a value, written another way: fields by name, and scalars of lists in them. */
function withoutSecrets(value: unknown, isSecret: boolean): unknown {
  if (Array.isArray(value))
    return value.map((one: unknown) => withoutSecrets(one, isSecret && (typeof one !== 'object' || one === null)));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        withoutSecrets(one, ['password', 'token', 'clientSecret'].includes(key)),
      ]),
    );
  const isTelling = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  return isSecret && isTelling ? '<redacted>' : value;
}
