import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import { isSound, mayExist } from '../../facts/unsound-facts';
import { reportDuplicates } from '../report-duplicates';

/** Decision 33/2025/QĐ-TTg: three regional centers, three backup centers, three metro networks. */
const CENTERS_OF_A_KIND = 3;
const kinds = ['regional', 'backup', 'metro'] as const;

/** Checks the party and state network, and that no two sites share a place in the address plan. */
export function checkNetwork(input: BuildInput, report: Report): void {
  if (isSound(input, 'tslcd')) checkCenters(input, report);
  const { sites, tslcd } = input.facts;
  const centers = kinds.flatMap((kind) =>
    tslcd[kind].map((center, index) => ({ ...center, at: ['networks/tslcd', kind, index] })),
  );
  const slots = [
    ...[...sites].map(([, { file, value }]) => ({ key: String(value.slot), at: [file, 'slot'] })),
    ...centers.map(({ slot, at }) => ({ key: String(slot), at: [...at, 'slot'] })),
  ];
  reportDuplicates(report, slots, 'site slot');
  const ids = [
    ...[...sites].map(([id, { file }]) => ({ key: id, at: [file] })),
    ...centers.map(({ id, at }) => ({ key: id, at: [...at, 'id'] })),
  ];
  reportDuplicates(report, ids, 'site name');
}

function checkCenters(input: BuildInput, report: Report): void {
  const { facts, divisions } = input;
  const { tslcd, tenants } = facts;
  const provinces = new Set(divisions.provinces.map(({ code }) => code));
  for (const kind of kinds) {
    if (tslcd[kind].length !== CENTERS_OF_A_KIND) {
      complain(report, ['networks/tslcd', kind], {
        code: 'tslcd-centers',
        what: `TSLCD has ${CENTERS_OF_A_KIND} centers of the kind ${kind} (Decision 33/2025/QĐ-TTg)`,
        got: String(tslcd[kind].length),
        want: String(CENTERS_OF_A_KIND),
        next: 'list the centers that the decision names',
      });
    }
    for (const [index, { province }] of tslcd[kind].entries()) {
      if (provinces.has(province)) continue;
      complain(report, ['networks/tslcd', kind, index, 'province'], {
        code: 'province-unknown',
        what: 'no province has this official code',
        got: province,
        want: `a code of the data set: ${listNames(provinces)}`,
        next: 'correct the code',
      });
    }
  }
  if (!mayExist(input, 'tenants', tslcd.operator)) {
    complain(report, ['networks/tslcd', 'operator'], {
      code: 'operator-unknown',
      what: 'nobody declares the operator of the network',
      got: tslcd.operator,
      want: `a tenant: ${listNames(tenants.keys())}`,
      next: 'correct the name, or add the tenant to tenants/',
    });
  }
}
