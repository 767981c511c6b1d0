import { runGenerators } from './generated-file';
import { referenceGenerators } from './reference/pages';

process.exitCode = runGenerators(referenceGenerators, { check: process.argv.includes('--check') });
