import { exitCodes } from '../cli/command';
import { processIo } from '../cli/io';
import { main } from '../cli/main';

/** Runs one command as a user would, quietly, and prints what the whole process took as one JSON line. */
void main(process.argv.slice(2), { ...processIo(), out: () => undefined, err: () => undefined }).then((code) => {
  const KILOBYTES_PER_MEGABYTE = 1_024;
  const megabytes = Math.round(process.resourceUsage().maxRSS / KILOBYTES_PER_MEGABYTE);
  process.stdout.write(`${JSON.stringify({ code, seconds: process.uptime(), megabytes })}\n`);
  process.exitCode = code === exitCodes.clean || code === exitCodes.findings ? 0 : 1;
});
