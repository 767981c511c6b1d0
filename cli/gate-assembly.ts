import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { canonicalJson } from '../model/canonical-json';
import { valueOf } from '../model/problem';
import { certify, evaluationTexts, type GateCertificate } from '../policies/certificate';
import { evaluate } from '../policies/evaluate';
import type { Evaluation } from '../policies/evaluation';
import type { RuleSet } from '../policies/rule-set';
import { readAssembly } from '../resources/read/read-assembly';
import { AssemblyView } from '../resources/view/assembly-view';

/** An assembly that was judged. */
export interface GatedAssembly {
  /** The rules that judged it. */
  readonly rules: RuleSet;
  readonly view: AssemblyView;
  readonly evaluation: Evaluation;
  readonly certificate: GateCertificate;
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

/** Writes a certificate as a whole or not at all. */
export function writeCertificate(folder: string, certificate: GateCertificate): string {
  const path = certificatePath(folder);
  const made = `${path}.new`;
  writeFileSync(made, `${canonicalJson(certificate)}\n`);
  renameSync(made, path);
  return path;
}
