import { main } from './cli/main';
import { processIo } from './cli/io';
import { DEFAULT_ENVIRONMENT } from './cli/project';

/** What `cdktf` runs: writes the assembly of the default environment to where `cdktf.json` says. */
void main(['synth', '--env', DEFAULT_ENVIRONMENT], processIo()).then((code) => {
  process.exitCode = code;
});
