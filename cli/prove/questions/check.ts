import { resolve } from 'node:path';
import { checkCertificate } from '../../../evidence/segmentation/check-certificate';
import { printCount } from '../../../model/print-count';
import { problem, ProblemError } from '../../../model/problem';
import { visibleText } from '../../../reports/text/visible-text';
import { decodeText, readBytes } from '../../../resources/read/folder';
import { exitCodes, textOption } from '../../command';
import { openAssembly } from '../open-source';
import { defineQuestion } from '../question';

/** A reader that shares no code with the engine decides; only the reading of the assembly's files is common to both. */
export default defineQuestion({
  summary:
    'whether a certificate of segmentation holds of an assembly, by a checker that shares nothing with the engine',
  run(input, io) {
    const [, path] = input.arguments;
    if (path === undefined) throw new ProblemError([refuse('no file')]);
    const read = readBytes(resolve(io.cwd, path));
    const text = read.ok ? decodeText(read.bytes) : undefined;
    if (text === undefined) throw new ProblemError([refuse(read.ok ? 'bytes that are no UTF-8' : read.detail)]);
    const { model, resources } = openAssembly(textOption(input, 'assembly'), io);
    const clusters = new Map(model.clusters.map(({ id }) => [id, resources.inCluster(id).map(({ body }) => body)]));
    const verdict = checkCertificate(text.replace(/\n$/, ''), clusters);
    if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(verdict)}\n`);
    else if (verdict.isAccepted)
      io.out(
        `accepted: ${printCount(verdict.paths, 'path')} and no other, in ${printCount(clusters.size, 'cluster')}\n`,
      );
    else io.out(visibleText(`refused: ${verdict.refusal.at} ${verdict.refusal.what}`).concat('\n'));
    return Promise.resolve(verdict.isAccepted ? exitCodes.clean : exitCodes.findings);
  },
});

function refuse(got: string) {
  return problem({
    code: 'certificate-not-read',
    at: ['check'],
    what: 'nothing says which certificate is checked',
    got,
    want: 'a file that ndc prove certificate wrote',
    next: 'run ndc prove check FILE',
  });
}
