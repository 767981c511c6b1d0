import { messages } from '../../text/messages';
import { integrityTexts } from '../../text/terms';
import type { Trace, TraceEvidence } from '../trace';
import { indent, shownOf, type PageStyle } from './counted';
import { evidenceTexts, traceWords } from './trace-words';

/** The evidence under a chain by its digests, and whether the bundle holds it. */
export function evidenceLines({ evidence, verdict, today }: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const width = Math.max(...Object.values(evidenceTexts).map((text) => text[language].length));
  // What isn't as it was written is what somebody looks for.
  const files = evidence
    .filter(({ kind }) => kind === 'file')
    .toSorted((a, b) => b.departures.length - a.departures.length);
  const line = (one: TraceEvidence): string =>
    `${evidenceTexts[one.kind][language].padEnd(width)}  ${one.digest}  ${[one.name, ...held(one, style)].filter((text) => text !== '').join('  ')}`.trimEnd();
  const lacksCertificate = !evidence.some(({ kind }) => kind === 'certificate');
  return [
    `${traceWords.evidence[language]}: ${messages[verdict][language]}; ${traceWords.judged[language]} ${today}`,
    ...indent([
      ...evidence.filter(({ kind }) => kind !== 'file').map(line),
      ...(lacksCertificate ? [traceWords.noCertificate[language]] : []),
      ...shownOf(files, { ...style, limit: Math.min(style.limit, FILES_MAX) }, (one) => [line(one)]),
    ]),
  ];
}

/** Files that a page names; JSON has them all. */
const FILES_MAX = 3;

function held({ kind, inBundle, departures, signers }: TraceEvidence, { language }: PageStyle): readonly string[] {
  const departed = departures.map((kind) => `✘ ${integrityTexts[kind][language]}`);
  if (inBundle === undefined) return departed;
  const signed = signers.length === 0 ? [] : [`${traceWords.signedBy[language]} ${signers.join(', ')}`];
  // Of the files of an assembly a bundle has the digests alone.
  const [yes, no] =
    kind === 'file'
      ? [traceWords.namedInBundle, traceWords.notNamedInBundle]
      : [traceWords.inBundle, traceWords.notInBundle];
  return [...departed, (inBundle ? yes : no)[language], ...signed];
}

/** Who signed the evidence of a chain, and in which role; or that nobody knows. */
export function signatureLines({ signatures }: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  if (signatures === undefined) return [`${traceWords.signatures[language]}: ${traceWords.noBundle[language]}`];
  if (signatures.length === 0) return [`${traceWords.signatures[language]}: ${traceWords.noSignature[language]}`];
  const lines = shownOf(signatures, style, ({ signer, role, statement, signedOn }) => [
    `${signer}  ${role}  ${statement}  ${signedOn}`,
  ]);
  return [traceWords.signatures[language], ...indent(lines)];
}
