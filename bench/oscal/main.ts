import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { processIo } from '../../cli/io';
import { acquireNistSchema } from '../../cli/oscal/acquire-nist-schema';
import { SchemaValidator } from '../../cli/oscal/schema-validator';
import { runGate } from '../../cli/run-gate';
import { cacheFolder } from '../../cli/sandbox/sandbox-place';
import { evaluationsDigest } from '../../policies/certificate';
import type { Finding, PolicyResult } from '../../policies/evaluation';
import { buildReport } from '../../reports/build-report';
import type { ReportSource } from '../../reports/define-format';
import { checkOscal } from '../../reports/oscal/check/check-oscal';
import { readOscalDocument, type OscalDocument } from '../../reports/oscal/check/oscal-document';
import { oscalFiles } from '../../reports/oscal/oscal-files';
import { reportLaw } from '../../reports/report-law';
import { middleOf } from '../middle';
import { launcherFlags } from '../launcher-flags';

/** Runs of each measurement; the middle one counts. */
const RUNS = 5;
const EVALUATIONS = 10_000;
const MICROSECONDS = 1e6;

interface Measured {
  readonly evaluations: number;
  readonly open: number;
  readonly bytes: Readonly<Record<string, number>>;
  /** Both languages, with the evidence file. */
  readonly cpuSecondsToWrite: number;
  /** All documents of both languages against NIST's schema, compiled once before. */
  readonly cpuSecondsToValidate: number;
  readonly cpuSecondsToCheck: number;
  readonly problems: number;
}

/** Seconds of the processor, since others may use the machine. */
function secondsOf(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return { seconds: (user + system) / MICROSECONDS };
  });
  return Number(middleOf(runs, ({ seconds }) => seconds).seconds.toFixed(2));
}

function measureSource(source: ReportSource, validator: SchemaValidator): Measured {
  const files = new Map([...oscalFiles(source)].map(({ path, content }) => [path, Buffer.from(content)]));
  const documents = [...files].flatMap(([path, bytes]): readonly OscalDocument[] => {
    const read = readOscalDocument({ path, text: bytes.toString('utf8') });
    return read.kind === 'document' ? [read.document] : [];
  });
  const validate = (): number => documents.flatMap((one) => validator.validate(one)).length;
  const check = (): number => checkOscal(documents, { bytes: (path) => files.get(path) }).problems.length;
  const problems = validate() + check();
  const { findings, skipped, evaluations } = source.report;
  return {
    evaluations,
    open: findings.length + skipped.length,
    bytes: Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.length])),
    cpuSecondsToWrite: secondsOf(() => {
      for (const { content } of oscalFiles(source)) createHash('sha256').update(content);
    }),
    cpuSecondsToValidate: secondsOf(validate),
    cpuSecondsToCheck: secondsOf(check),
    problems,
  };
}

/** A source of so many evaluations of the rules of the nation, of which none is a pass, or all are. */
function bend(source: ReportSource, isOpen: boolean): ReportSource {
  let left = EVALUATIONS;
  const largest = source.evaluation.results.toSorted((a, b) => a.subjects - b.subjects);
  const shares = new Map(
    largest.map(({ policy, pass }, index) => {
      const share = Math.min(pass.length, Math.ceil(left / (largest.length - index)));
      left -= share;
      return [policy, share] as const;
    }),
  );
  const results = source.evaluation.results.map((result): PolicyResult => {
    const subjects = result.pass.slice(0, shares.get(result.policy));
    const fail = isOpen ? subjects.map((subject) => findingOf(result.policy, subject)) : [];
    return { ...result, subjects: subjects.length, pass: isOpen ? [] : subjects, fail };
  });
  const findings = results.flatMap(({ fail }) => fail.map((one) => ({ ...one, verdict: 'fail' as const })));
  const evaluations = results.reduce((sum, { subjects }) => sum + subjects, 0);
  const counts = { ...source.report.counts, pass: evaluations - findings.length, fail: findings.length };
  const evaluation = { ...source.evaluation, results, counts, evaluations };
  const told = { findings, counts, evaluations, evaluationsDigest: evaluationsDigest(evaluation) };
  return { ...source, evaluation, report: { ...source.report, ...reportLaw(evaluation, source.policies), ...told } };
}

function findingOf(policy: string, subject: string): Finding {
  return { policy, subject, where: 'spec.policyTypes', got: 'Ingress', want: 'Egress, Ingress', value: 'Ingress' };
}

/** The command on the whole nation in a process of its own, without the other formats. */
function measureReport(assembly: string): object {
  const out = mkdtempSync(join(tmpdir(), 'ndc-oscal-bench-'));
  try {
    const probe = join(__dirname, '..', 'probe.js');
    const given = [...launcherFlags, probe, 'report', assembly, '--out', out, '--format', 'oscal'];
    const { megabytes } = JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' })) as {
      readonly megabytes: number;
    };
    return { megabytes, megabytesTarget: 800 };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Writes the OSCAL chain of the gated assembly that is named, and of fewer evaluations, and keeps what it took beside this program's source. */
async function measure(assembly: string): Promise<void> {
  const io = processIo();
  const schema = await acquireNistSchema({
    cacheFolder: cacheFolder(io),
  });
  if (!schema.ok) throw new Error(schema.reason);
  const gated = runGate(resolve(assembly), io);
  const input = { ...gated, policies: gated.rules.policies };
  const source: ReportSource = { ...input, report: buildReport(input) };
  const validator = new SchemaValidator(schema.text);
  const nation = measureSource(source, validator);
  const results = {
    machine: { node: process.version, cores: availableParallelism() },
    runs: RUNS,
    cpuSecondsTarget: 1,
    evaluations10000: {
      allPass: measureSource(bend(source, false), validator),
      nonePasses: measureSource(bend(source, true), validator),
    },
    nation,
    report: measureReport(resolve(assembly)),
  };
  const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'oscal', 'results.json');
  writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
}

void measure(process.argv[2] ?? 'ndc.out/national');
