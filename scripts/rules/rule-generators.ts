import { bundleGenerator } from './bundle-text';
import { rulePackGenerator } from './rule-pack-text';
import type { Generator } from '../generated-file';

/** What follows from the rules: what API servers get, and what is reviewed. */
export const ruleGenerators: readonly Generator[] = [rulePackGenerator, bundleGenerator];
