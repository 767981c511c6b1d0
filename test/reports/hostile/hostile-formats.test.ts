import { formatCatalog } from '../../../reports/catalog';
import { hostileSource } from './hostile-source';
import { hostileNames, hostileTexts, textAt } from './hostile-texts';
import { keptTexts } from './lost-texts';
import { writtenFiles } from './written-formats';

const source = hostileSource();

/** What most formats tell of a finding. */
const findings = 'broken errorgot excused failed failgot failwant failwhere untold unknowngot unknownwant unknownwhere';
const nation = 'nationEn nationVi';
const systems = 'system systemnameEn systemnameVi';
const owners = 'tenant tenantnameEn tenantnameVi';
const records = 'attester document open role signer';

/** What clusters say against rules, and of admission. */
const told =
  'livegot livesubject livewant livewhere plangot plansubject planwant planwhere carrier standing standingreason';
const notAsked = 'notaskedEn notaskedVi';
const away = 'unreached unreachedwhy';

/** Where the texts stood that each format shows; a format that isn't here shows what it shows, and all of it whole. */
const shown: Readonly<Record<string, string>> = {
  calendar: `${nation} environment system tenant`,
  csv: `${findings} ${systems} ${owners} ${records} asked errorwant errorwhere namespace object record skipgot skipwant skipwhere source standing waiver`,
  dossiers: `${findings} ${nation} ${systems} ${owners} dataset errorwant errorwhere operator record site skipgot skipwant skipwhere tenantcode unit waiver`,
  history: `${nation} ${owners} bundle environment`,
  html: `${findings} ${nation} ${systems} ${owners} ${records} ${told} ${notAsked} ${away} asked cluster departed departedfield departure environment errorwant errorwhere fault file kind leftout namespace needless nowhere object record skipgot source tool version waiver waiverorigin`,
  json: `${findings} ${nation} ${systems} ${owners} ${records} ${told} ${notAsked} ${away} asked cluster departed departedfield departure environment errorwant errorwhere fault file kind leftout namespace needless nowhere object record recordorigin skipgot skipwant skipwhere source tool version waiver waiverorigin`,
  junit: `${findings} ${told} departure fault namespace needless nowhere object skipwhere source system waiver`,
  legal: `${nation} ${systems} ${owners} environment excused operator tenantcode unit waiver`,
  markdown: `${findings} ${nation} ${systems} ${records} ${told} ${away} asked departed departedfield departure environment errorwant errorwhere fault kind leftout namespace needless nowhere object skipgot source tenant waiver waiverorigin`,
  'open-reports': `${findings} errorwant errorwhere file namespace object skipgot skipwant skipwhere source system waiver`,
  oscal: `${findings} ${nation} ${systems} ${owners} ${records} approver departure environment errorwant errorwhere fault file kind namespace needless nowhere object passed reason record site sitenameEn sitenameVi skipgot skipwant skipwhere source tool version waiver waiverorigin waiverowner`,
  sarif: `${findings} ${told} approver departure fault namespace needless nowhere object reason skipgot skipwant skipwhere source system waiver`,
  schema: '',
  site: `${findings} ${nation} ${systems} ${owners} ${notAsked} ${away} approver asked attester cluster departure document environment errorwant errorwhere fault kind namespace needless object open operator passed reason record role site sitenameEn sitenameVi skipgot skipwant skipwhere source standing standingreason tenantcode tool unit version waiver`,
};

/** The pages for people give the first few of what stops a deployment, and how many there are; the data has all. */
const firstFew: Readonly<Record<string, readonly string[]>> = { html: ['fault'], markdown: ['fault'] };

/** What a format leaves out on purpose, without the texts. */
function beyondFirstFew(id: string, missing: readonly string[]): readonly string[] {
  return missing.filter((one) => firstFew[id]?.some((place) => one.startsWith(`${place} `)) !== true);
}

describe('hostile texts', () => {
  test.each(formatCatalog)('stand whole in $id, as texts, wherever one of them stands', ({ id, format }) => {
    const { places, mangled, missing } = keptTexts(writtenFiles(format, source));
    expect(mangled).toEqual([]);
    expect(beyondFirstFew(id, missing)).toEqual([]);
    const expected = shown[id]?.split(' ').filter((place) => place !== '');
    expect(places).toEqual(expected?.toSorted() ?? places);
  });

  test('are all in the data of the report, each at each place', () => {
    const json = formatCatalog.filter(({ id }) => id === 'json');
    const { places, missing } = keptTexts(json.flatMap(({ format }) => writtenFiles(format, source)));
    expect([places.length, missing]).toEqual([65, []]);
  });

  test('differ from each other, and begin and end with what acts', () => {
    expect(new Set(Object.values(hostileTexts)).size).toBe(hostileNames.length);
    const whole = textAt('formulaEquals', 'x');
    expect([whole.startsWith(hostileTexts.formulaEquals), whole.endsWith(hostileTexts.formulaEquals)]).toEqual([
      true,
      true,
    ]);
  });
});

describe('the search for lost texts', () => {
  const whole = textAt('turned', 'got');
  const look = (path: string, content: string) => keptTexts([{ path, bytes: Buffer.from(content) }]);

  test.each([
    ['a text that was cut', 'a.json', JSON.stringify([whole.slice(0, -1)])],
    ['a half that has no bytes', 'a.json', JSON.stringify([textAt('highSurrogate', 'got').toWellFormed()])],
    ['a mark that turns the text around', 'a.csv', `${whole}\r\n`],
    ['a text of which signs are left out', 'a.html', `<!doctype html><p>${whole.replace(/\p{Cf}/gu, '')}</p>`],
  ])('finds %s', (_, path, content) => {
    expect(look(path, content).mangled).not.toEqual([]);
  });

  test('takes the token of a role for no text, and reads it back', () => {
    const spelled = (text: string): string =>
      `signer-${text.replace(/[^A-Za-z0-9.-]/gu, (one) => `_${one.codePointAt(0)?.toString(16)}_`)}`;
    const inData = (...texts: readonly string[]) => look('a.json', JSON.stringify(texts));
    const [role, token] = [textAt('turned', 'role'), spelled(textAt('turned', 'role'))];
    expect(inData(token)).toMatchObject({ places: [], mangled: [] });
    expect(inData(token, role)).toMatchObject({ places: ['role'], mangled: [] });
    expect(inData(token.slice(0, -2)).mangled).not.toEqual([]);
    expect(inData(token.replace('_202e_', '')).mangled).not.toEqual([]);
    expect(inData(spelled(textAt('turned', 'got'))).mangled).not.toEqual([]);
    expect(look('a.csv', `${token}\r\n`).mangled).not.toEqual([]);
  });

  test.each([
    ['an element of a text', 'a.html', '<!doctype html><p><img src=x></p>', 'no tag of ours'],
    ['a value in other quotes', 'a.html', "<!doctype html><p id='x'></p>", 'no tag of ours'],
    ['an entity that nobody wrote', 'a.html', '<!doctype html><p>&nbsp;</p>', 'no entity of ours'],
    ['an element left open', 'a.html', '<!doctype html><p><b></p>', 'closes nothing'],
    ['markup in Markdown', 'a.md', 'a <b>', 'markup'],
    ['a picture in Markdown', 'a.md', '![a](b)', 'no link of ours'],
    ['a row that two programs part in two ways', 'a.md', '| a \\\\| b |', 'part this row differently'],
    ['a formula', 'a.csv', '"=1+1"\r\n', 'a formula'],
    ['an unfinished line of CSV', 'a.csv', 'a,b', 'no CSV'],
    ['an event that a text made', 'a.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VALARM\r\n', 'a component'],
    ['two values where one was', 'a.ics', 'SUMMARY:a,b\r\n', 'more than one value'],
    [
      'a character that XML has not',
      'a.xml',
      '<?xml version="1.0" encoding="UTF-8"?><a>\u0001</a>',
      'no character of XML',
    ],
    ['a document type', 'a.xml', '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a><a/>', 'no tag'],
    ['a file of a kind that it can’t read', 'a.docx', '', 'no reader for a.docx'],
  ])('refuses %s', (_, path, content, message) => {
    expect(() => look(path, content)).toThrow(message);
  });
});
