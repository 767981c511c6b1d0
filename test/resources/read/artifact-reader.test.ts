import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf } from '../../../model/problem';
import type { Assembly } from '../../../resources/assembly';
import { ArtifactReader } from '../../../resources/read/artifact-reader';
import { readAssembly } from '../../../resources/read/read-assembly';
import { writeAssembly } from '../../support/assembly-kit';

const issuer = (name: string, source: string) => ({
  path: 'kubernetes/dc-north-shared-0/1-baseline/issuer.yaml',
  content: `apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: {name: ${name}}\n`,
  objects: [{ address: `ClusterIssuer/-/${name}`, source }],
});
const leased = {
  path: 'cloudformation/leased.template.json',
  site: 'leased',
  content: { Resources: { Keys: { Type: 'AWS::KMS::Key', Properties: {} } } },
  objects: [{ address: 'Keys' }],
};

describe('a reader of two assemblies', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const write = (files: Parameters<typeof writeAssembly>[0]['files']): string => {
    const folder = writeAssembly({ files });
    folders.push(folder);
    return folder;
  };
  const kinds = ({ resources }: Assembly, kind: string): unknown => resources.find((one) => one.kind === kind)?.body;

  it('takes a file that stands in both apart once, and gives each what its own manifest says of it', () => {
    const reader = new ArtifactReader();
    const [base, head] = [issuer('internal', 'facts/a.ts:1'), issuer('internal', 'facts/a.ts:2')].map((one) =>
      valueOf(readAssembly(write([one, leased]), reader)),
    );
    if (base === undefined || head === undefined) throw new Error('two were written');
    expect(kinds(head, 'ClusterIssuer')).toBe(kinds(base, 'ClusterIssuer'));
    expect([base, head].map(({ resources }) => resources[0]?.source)).toEqual(['facts/a.ts:1', 'facts/a.ts:2']);
  });

  it('reads what differs as a reader of it alone would', () => {
    const reader = new ArtifactReader();
    readAssembly(write([issuer('internal', ''), leased]), reader);
    const other = write([issuer('public', ''), leased]);
    expect(readAssembly(other, reader)).toEqual(readAssembly(other));
  });

  it('tells of each that its bytes are not those of its manifest', () => {
    const reader = new ArtifactReader();
    const [sound, forged] = [write([leased]), write([leased])];
    writeFileSync(join(forged, leased.path), '{"Resources": {}}');
    const departures = (folder: string) =>
      valueOf(readAssembly(folder, reader)).integrity.map(({ kind, address }) => `${kind} ${address}`);
    expect(departures(sound)).toEqual([]);
    expect(departures(forged)).toEqual(['digest-differs ', 'missing-object Keys']);
    expect(departures(forged)).toEqual(['digest-differs ', 'missing-object Keys']);
  });
});
