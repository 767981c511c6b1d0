import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launcherFlags } from '../../launcher-flags';
import { intentIds, intents, type IntentId } from '../intents';
import type { Tool } from './tool';

interface Finding {
  readonly policy: string;
  readonly subject: string;
}

/** What `judge.ts` writes. */
interface Found {
  readonly findings: readonly Finding[];
  readonly unknown: readonly Finding[];
}

/** Ours: the gate, with the rules that mean an intent and no others. */
export function ours(from: 'manifests' | 'plan', version: string): Tool {
  return {
    id: 'ndc',
    version,
    judges: 'intents',
    knows: () => true,
    writeRules: (folder, wanted) => writeFileSync(join(folder, 'rules.json'), JSON.stringify(rulesOf(wanted))),
    command: ({ corpus, rules, output }) => ({
      program: process.execPath,
      arguments: [...launcherFlags, join(__dirname, '..', 'judge.js'), from, corpus, join(rules, 'rules.json'), output],
    }),
    // What can't be told stops the gate as a finding does.
    read: ({ output }) => new Set([...readFound(output, 'findings'), ...readFound(output, 'unknown')]),
  };
}

/** What was found, or what couldn't be told: `<intent> <object>`. */
export function readFound(output: string, list: keyof Found): ReadonlySet<string> {
  const found = JSON.parse(readFileSync(output, 'utf8')) as Found;
  return new Set(found[list].flatMap(({ policy, subject }) => named(policy, subject.replace('manifests/', ''))));
}

/** The ids of our rules that mean some intents. */
export function rulesOf(wanted: readonly IntentId[]): readonly string[] {
  return wanted.flatMap((id) => intents[id].rules);
}

function named(policy: string, object: string): readonly string[] {
  return intentIds
    .filter((id) => (intents[id].rules as readonly string[]).includes(policy))
    .map((id) => `${id} ${object}`);
}
