import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { findSecrets } from '../evidence/bundle/secrets/find-secrets';
import { canonicalJson } from '../model/canonical-json';
import { valueOf } from '../model/problem';
import { certify, evaluationTexts, type GateCertificate } from '../policies/certificate';
import { evaluate } from '../policies/evaluate';
import type { Evaluation } from '../policies/evaluation';
import type { RuleSet } from '../policies/rule-set';
import type { ReportReachability } from '../reports/report';
import { sortedJson } from '../reports/sorted-json';
import { digestOf } from '../resources/digest';
import { readAssembly } from '../resources/read/read-assembly';
import { AssemblyView } from '../resources/view/assembly-view';

/** An assembly that was judged. */
export interface GatedAssembly {
  /** The rules that judged it. */
  readonly rules: RuleSet;
  readonly view: AssemblyView;
  readonly evaluation: Evaluation;
  readonly certificate: GateCertificate;
  /** What reports tell of its paths.
   * @default - not counted yet
   */
  readonly reachability?: ReportReachability | undefined;
}

/**
 * Reads an assembly from its folder and applies rules to it.
 * @throws ProblemError when the folder holds no assembly
 */
export function gateAssembly(folder: string, rules: RuleSet, today: string): GatedAssembly {
  return gateView(new AssemblyView(valueOf(readAssembly(folder))), rules, today);
}

/** Applies rules to an assembly that was read. */
export function gateView(view: AssemblyView, rules: RuleSet, today: string): GatedAssembly {
  const { assembly } = view;
  const { environment, exceptions } = assembly.model;
  const evaluation = evaluate(rules, { view, today }, exceptions);
  const assemblyDigest = assembly.digest;
  const certificate = certify({ rules, evaluation, exceptions, environment, assemblyDigest });
  return { rules, view, evaluation, certificate };
}

/** Where the certificate of an assembly stands: beside its folder, since it isn't part of it. */
export function certificatePath(folder: string): string {
  return `${folder}.certificate.json`;
}

/** Where every evaluation of an assembly stands: the bytes whose digest its certificate states. */
export function evaluationsPath(folder: string): string {
  return `${folder}.evaluations.json`;
}

/** Where what was counted of an assembly's paths stands: the bytes whose digest its certificate states. */
export function reachabilityPath(folder: string): string {
  return `${folder}.reachability.json`;
}

/** Writes every evaluation, as a whole or not at all. */
export function writeEvaluations(folder: string, evaluation: Evaluation): void {
  const path = evaluationsPath(folder);
  const made = `${path}.new`;
  const file = openSync(made, 'w');
  try {
    for (const text of evaluationTexts(evaluation)) writeSync(file, text);
  } finally {
    closeSync(file);
  }
  renameSync(made, path);
}

/**
 * Writes what was counted of an assembly's paths, as a whole or not at all; returns the digest of its bytes. It tells why
 * flows were declared, in people's words: where these hold a secret nothing is written, and nothing stays.
 */
export function writeReachability(folder: string, reachability: ReportReachability): string | undefined {
  const [path, text] = [reachabilityPath(folder), sortedJson(reachability)];
  const secrets = findSecrets({ path, mediaType: 'application/json', bytes: Buffer.from(text) });
  if (!secrets.ok || secrets.value.length > 0) {
    rmSync(path, { force: true });
    return undefined;
  }
  writeWhole(path, text);
  return digestOf(text);
}

/** Writes a certificate as a whole or not at all. */
export function writeCertificate(folder: string, certificate: GateCertificate): string {
  const path = certificatePath(folder);
  writeWhole(path, `${canonicalJson(certificate)}\n`);
  return path;
}

function writeWhole(path: string, text: string): void {
  const made = `${path}.new`;
  writeFileSync(made, text);
  renameSync(made, path);
}
