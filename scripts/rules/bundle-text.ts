import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyCatalog } from '../../policies/catalog';
import { BUNDLE_PATH, bundleText, describeRules } from '../../policies/engine/bundle/rule-bundle';
import type { Generator } from '../generated-file';
import { root } from '../repository';

/** Renders the bundle: every rule as data, as it is reviewed and as the gate expects it. */
export const bundleGenerator: Generator = {
  output: BUNDLE_PATH,
  render: () => bundleText(describeRules(policyCatalog, readSource)),
};

function readSource(path: string): string | undefined {
  const whole = join(root, path);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
}
