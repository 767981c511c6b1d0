import { printCount } from '../../../model/print-count';
import { troubleText } from '../../../reports/reachability/trouble-text';
import { visibleText } from '../../../reports/text/visible-text';
import { certifySegmentation } from '../../../resources/view/reachability/certificate/certify-segmentation';
import { exitCodes, textOption } from '../../command';
import { openAssembly } from '../open-source';
import { defineQuestion } from '../question';

/** The certificate is the answer, whatever the format; why there is none is told beside it. */
export default defineQuestion({
  summary: 'the certificate that in every cluster of an assembly the declared paths are open, and no other',
  run(input, io) {
    const view = openAssembly(textOption(input, 'assembly'), io);
    const { certificate, violations, untold, troubles } = certifySegmentation(view);
    for (const { cluster, from, to, port, protocol, kind, because } of violations)
      io.err(
        visibleText(`${cluster}: ${kind}: ${from} → ${to} ${port}/${protocol}: ${because.join('; ')}`).concat('\n'),
      );
    for (const cluster of untold) io.err(`${cluster}: no object tells the settings of its network plugin\n`);
    for (const one of troubles) io.err(`${troubleText(one)}\n`);
    if (certificate === undefined) return Promise.resolve(exitCodes.findings);
    io.out(`${certificate}\n`);
    io.err(`${printCount(view.model.clusters.length, 'cluster')} certified\n`);
    return Promise.resolve(exitCodes.clean);
  },
});
