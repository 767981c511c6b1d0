import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const engines = ['cdktf', '@cdktf/provider-kubernetes', 'cdk8s', 'aws-cdk-lib', 'constructs'] as const;

/** The exact versions of the engines that wrote an assembly, by package name. */
export function toolVersions(): Readonly<Record<string, string>> {
  const resolve = createRequire(__filename);
  return Object.fromEntries(engines.map((name) => [name, packageVersion(resolve.resolve(name), name)]));
}

function packageVersion(entry: string, name: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const version = readVersion(join(folder, 'package.json'));
    if (version !== undefined) return version;
  }
  throw new Error(`${name}: no package.json with a version above its entry`);
}

function readVersion(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const version = typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined;
  return typeof version === 'string' ? version : undefined;
}
