import { join } from 'node:path';
import { main } from './cli/main';
import { processIo } from './cli/io';

/** What `cdktf` runs: writes the assembly of the default environment into the folder that `cdktf.json` names. */
void main(['synth', '--out', join(__dirname, '..', 'ndc.out', 'national')], processIo()).then((code) => {
  process.exitCode = code;
});
