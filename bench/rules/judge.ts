import { readFileSync, writeFileSync } from 'node:fs';
import { evaluateObjects, objectRules } from '../../policies/object-rules';
import { readPlannedObjects } from '../../resources/read/plan/planned-objects';
import { readManifests } from '../../resources/read/read-manifests';

const readers = { manifests: readManifests, plan: readPlannedObjects } as const;

/**
 * What `ndc gate --format json` does, with some rules instead of all: reads, judges, and writes every finding, and how
 * long each of it took beside it.
 */
function judge([from = '', path = '', rulesFile = '', output = '']: readonly string[]): void {
  if (from !== 'manifests' && from !== 'plan') throw new RangeError(`nothing reads ${from}`);
  const start = process.uptime();
  const wanted = new Set(JSON.parse(readFileSync(rulesFile, 'utf8')) as readonly string[]);
  const rules = objectRules.filter(({ id }) => wanted.has(id));
  if (rules.length !== wanted.size) throw new Error('a rule that is wanted is no rule on single objects');
  const read = readers[from](path);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const parsed = process.uptime();
  const { results, counts, verdict } = evaluateObjects({
    ...read.value,
    today: '2026-01-01',
    rules: { policies: rules, faults: [] },
  });
  const judged = process.uptime();
  const findings = results.flatMap((one) => [...one.error, ...one.fail]);
  const unknown = results.flatMap((one) => one.unknown);
  const { integrity, resources } = read.value;
  writeFileSync(output, JSON.stringify({ verdict, counts, objects: resources.length, integrity, findings, unknown }));
  const end = process.uptime();
  const phases = { start, read: parsed - start, judge: judged - parsed, write: end - judged };
  writeFileSync(`${output}.phases`, JSON.stringify(phases));
}

judge(process.argv.slice(2));
