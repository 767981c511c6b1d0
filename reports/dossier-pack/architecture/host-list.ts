import type { Language } from '../../../model/text';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { csvText } from '../../text/csv-line';
import { dossierWords as words } from '../dossier-words';
import { architectureWords as own, hostRoleTexts } from './architecture-words';

const columns = [
  own.host,
  words.site,
  own.hall,
  own.rackGroup,
  words.cluster,
  words.purpose,
  words.make,
  own.cores,
  own.memory,
  own.disk,
] as const;

/** Every server by name as CSV, the spares too: what the dossiers tell by class and rack group. */
export function hostList({ model }: AssemblyView, language: Language): string {
  const rows = model.dataCenters().flatMap(({ id: site, failureDomains }) =>
    failureDomains.flatMap(({ hall, rackGroup, hosts }) =>
      hosts.map(({ id, class: name, role, cluster, cores, memoryGiB, diskGiB }) => {
        const place = [site, hall, rackGroup, cluster ?? own.spare[language]];
        return [id, ...place, hostRoleTexts[role][language], name, cores, memoryGiB, diskGiB];
      }),
    ),
  );
  return csvText([columns.map((column) => column[language]), ...rows]);
}
