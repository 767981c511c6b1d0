import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canonicalJson } from '../../model/canonical-json';
import { readFactText } from '../environments/load-environment';
import { envelopeOf, keyOf } from '../evidence/signatures/kit/records';
import type { BrokenFact } from './broken-fact';

const folder = 'attestations/records/ndxp';
const files = readdirSync(resolve(__dirname, '../../environments/sandbox', folder));
const known = join(folder, (files[0] ?? '').replace('.json', ''));
const fresh = 'attestations/records/fresh';
const period = 'attestations/periods/fresh';

/** A record of the sandbox with something else in what was signed. */
function tampered(find: string, put: string): string {
  const envelope = JSON.parse(readFactText('sandbox', known)) as { payload: string };
  const payload = Buffer.from(envelope.payload, 'base64').toString().replace(find, put);
  return canonicalJson({ ...envelope, payload: Buffer.from(payload).toString('base64') });
}

function declared(text: string): string {
  return `export default { ${text}, basis: { vi: 'thử', en: 'a test' } };\n`;
}

/** Ways to break signed records and declared periods. */
export const brokenAttestations: readonly BrokenFact[] = [
  { name: 'a record without signatures', file: fresh, put: '{"payload":"e30="}', code: 'fact-key-missing' },
  { name: 'a record with white space', file: fresh, put: '{ "payload": "e30=" }', code: 'fact-record-form' },
  {
    name: 'a record that was changed after signing',
    file: known,
    put: tampered('"doneOn":"2026-09-18"', '"doneOn":"2026-09-19"'),
    code: 'signature-false',
  },
  {
    name: 'a record by a stranger',
    file: fresh,
    put: envelopeOf({ signer: 'stranger' }, keyOf(9)),
    code: 'attestation-by-stranger',
  },
  {
    name: 'a record in the name of the inspector by another key',
    file: fresh,
    put: envelopeOf({ signer: 'inspector' }, keyOf(9)),
    code: 'attestation-key-unknown',
  },
  { name: 'a record that stands twice', file: fresh, put: readFactText('sandbox', known), code: 'attestation-twice' },
  {
    name: 'a period that is a word',
    file: period,
    put: declared("control: 'd331-27', days: 'yearly'"),
    code: 'fact-kind-wrong',
  },
  {
    name: 'a period longer than the law',
    file: period,
    put: declared("control: 'tcvn-14423-7.11.2.5', days: 91"),
    code: 'period-longer-than-law',
  },
  {
    name: 'a period of what a rule answers',
    file: period,
    put: declared("control: 'd331-30.8', days: 30"),
    code: 'period-of-no-duty',
  },
  {
    name: 'a period that says nothing',
    file: period,
    put: declared("control: 'd331-27'"),
    code: 'period-says-nothing',
  },
  {
    name: 'two periods of one duty',
    file: period,
    put: declared("control: 'd331-28.5a', days: 30"),
    code: 'duplicate-declared-duty',
  },
];
