import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import fc from 'fast-check';
import { clusterPlace } from '../../../sandbox/control-plane/cluster-place';
import { hostFlags, hostPath, writeHostFiles } from '../../../sandbox/control-plane/files/host-files';
import { encryptLocally } from '../../../sandbox/control-plane/files/local-encryption';
import { UnusableFile } from '../../../sandbox/control-plane/files/unusable-file';
import { writePrivate } from '../../../sandbox/control-plane/files/write-private';
import { clusterSpec } from '../../support/sandbox/cluster-spec';

const keyService = `
apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets, configmaps]
    providers: [{ kms: { apiVersion: v2, name: service, endpoint: 'unix:///run/kms.sock' } }, { identity: {} }]
`;

describe('the files of a control plane', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ndc-files-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const place = () => clusterPlace(folder, 'one');

  it('are written whole, for their owner alone, and leave no draft', () => {
    writePrivate(join(folder, 'deep', 'file'), 'content');
    expect(readFileSync(join(folder, 'deep', 'file'), 'utf8')).toBe('content');
    expect(statSync(join(folder, 'deep', 'file')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'deep')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['file']);
  });

  it('keep the old content when the new one cannot be put in place', () => {
    writePrivate(join(folder, 'taken', 'inside'), 'kept');
    expect(() => writePrivate(join(folder, 'taken'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|directory/);
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readFileSync(join(folder, 'taken', 'inside'), 'utf8')).toBe('kept');
  });

  it('stand below the folder of the host, whatever their path says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', 'etc', 'a b', ''), { maxLength: 8 }), (parts) => {
        const path = `/${parts.join('/')}`;
        try {
          expect(hostPath(place(), path).startsWith(`${place().host}/`)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableFile);
        }
      }),
    );
  });

  it('are what flags with an absolute path name; other flags stay', () => {
    const flags = [
      { name: 'audit-policy-file', value: '/etc/kubernetes/audit.yaml' },
      { name: 'profiling', value: 'false' },
    ];
    expect(hostFlags(flags, place())).toEqual([
      { name: 'audit-policy-file', value: join(place().host, 'etc/kubernetes/audit.yaml') },
      { name: 'profiling', value: 'false' },
    ]);
  });

  it('hold the key service’s place with a local key that is made once', () => {
    const spec = clusterSpec({
      apiServer: [
        { name: 'encryption-provider-config', value: '/etc/encryption.yaml' },
        { name: 'audit-log-path', value: '/var/log/audit/audit.log' },
      ],
      files: [{ path: '/etc/encryption.yaml', content: keyService }],
    });
    writeHostFiles(spec, place());
    const first = readFileSync(join(place().host, 'etc/encryption.yaml'), 'utf8');
    writeHostFiles(spec, place());
    expect(readFileSync(join(place().host, 'etc/encryption.yaml'), 'utf8')).toBe(first);
    expect(existsSync(join(place().host, 'var/log/audit'))).toBe(true);
    expect(statSync(join(place().keys, 'encryption.key')).mode & 0o777).toBe(0o600);
    expect(first).not.toContain('kms');
  });
});

describe('encryptLocally()', () => {
  it('encrypts the same resources with the local key alone, and never falls back to plain text', () => {
    expect(load(encryptLocally(keyService, 'a key'))).toEqual({
      apiVersion: 'apiserver.config.k8s.io/v1',
      kind: 'EncryptionConfiguration',
      resources: [
        {
          resources: ['secrets', 'configmaps'],
          providers: [{ secretbox: { keys: [{ name: 'local', secret: 'a key' }] } }],
        },
      ],
    });
  });

  it.each(['', '{', 'a: [b'])('says that %j is no YAML', (text) =>
    expect(() => encryptLocally(text, 'a key')).toThrow('is no YAML'),
  );

  it.each(['null', 'kind: EncryptionConfiguration', 'resources: []', 'resources: none'])(
    'refuses %j, which encrypts nothing',
    (text) => expect(() => encryptLocally(text, 'a key')).toThrow('names no resources'),
  );
});
