import { controls } from '../../../model/controls/control';
import type { PolicyException } from '../../../model/model';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { fail, pass, unknown } from '../../../policies/define-policy';
import type { ReportSource } from '../../../reports/define-format';
import { oscalFiles } from '../../../reports/oscal/oscal-files';
import { isObject, readOscalDocument, type OscalDocument } from '../../../reports/oscal/check/oscal-document';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { hostile, rule, sourceOf } from '../report-kit';

/** A clause that rules answer in part, since a dated record must show the rest. */
export const evidenced = controls.find(({ automation }) => automation.kind === 'evidence')?.id ?? 'd331-22.4';

/** Excuses the second subject of `network/require-a`. */
export const waiver: PolicyException = {
  id: 'old-gateway',
  policy: 'network/require-a',
  resource: 'subject-1',
  value: 'open',
  owner: 'p01',
  reason: `replaced in spring ${hostile}`,
  approver: 'Cục An ninh mạng',
  from: '2026-09-01',
  expires: '2026-12-01',
  origin: ['exceptions/old-gateway'],
};

/** A source with an evaluation of every verdict, hostile texts, an exception in use, one at fault, and an assembly that was changed. */
export function openSource(): ReportSource {
  const exceptions = [waiver, { ...waiver, id: 'needless', resource: 'nowhere' }];
  const source = sourceOf(
    {
      'network/require-a': rule('d331-30.8', [
        pass,
        { ...fail('spec', 'open', 'closed'), value: 'open' },
        fail(hostile, hostile, hostile),
      ]),
      'network/require-b': rule('d331-30.9', [unknown('b', 'c', 'd')]),
      'network/require-c': rule(evidenced, [pass]),
      'network/require-d': rule('tcvn-14423-5.12.2.4d', [pass, pass]),
      'network/require-e': rule('d331-31.2d', [pass], { check: breaks }),
      'network/require-f': rule('d331-30.8', [], { mayBeVacuous: { vi: 'không có', en: 'there is none' } }),
    },
    {
      exceptions,
      integrity: [{ kind: 'digest-differs', file: 'a.yaml', address: '', detail: 'another digest' }],
    },
  );
  return { ...source, view: viewOf({ model: { ...healthyModel(), exceptions } }) };
}

/** A source in which every evaluation is a pass. */
export function cleanSource(): ReportSource {
  return sourceOf({ 'network/require-d': rule('d331-30.8', [pass, pass]) });
}

function breaks(): never {
  throw new Error(hostile);
}

/** The files of an export by path. */
export function filesOf(source: ReportSource): ReadonlyMap<string, Buffer> {
  return new Map([...oscalFiles(source)].map(({ path, content }) => [path, Buffer.from(content)]));
}

/** The documents of an export by path, as they read. */
export function documentsOf(files: ReadonlyMap<string, Buffer>): readonly OscalDocument[] {
  return [...files]
    .filter(([path]) => path.includes('/'))
    .map(([path, bytes]) => {
      const read = readOscalDocument({ path, text: bytes.toString('utf8') });
      if (read.kind !== 'document') throw new Error(read.problem.what);
      return read.document;
    });
}

/** The document with this path. */
export function documentAt(documents: readonly OscalDocument[], path: string): JsonObject {
  const found = documents.find((one) => one.path === path);
  if (found === undefined) throw new Error(`no document ${path}`);
  return found.body;
}

/** A list of objects in an object. */
export function listAt(holder: JsonObject, key: string): readonly JsonObject[] {
  const list: JsonValue | undefined = holder[key];
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isObject) : [];
}

/** The value of a property by name and class. */
export function propertyOf(holder: JsonObject, name: string, className?: string): JsonValue | undefined {
  return listAt(holder, 'props').find(
    (one) => one['name'] === name && (className === undefined || one['class'] === className),
  )?.['value'];
}
