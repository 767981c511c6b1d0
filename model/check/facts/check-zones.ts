import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import type { SystemDeclaration } from '../../build/build-systems';
import { findZone, requiredZones, zoneNames } from '../../segmentation/zone';

/** Checks that each system has the zones of its level (TCVN 14423:2026 x.12.2.2 b) and resources for them. */
export function checkZones({ facts }: BuildInput, report: Report): void {
  for (const [, { file, value }] of facts.systems) {
    checkRequired(file, value, report);
    checkConditional(file, value, report);
    checkFootprints(file, value, report);
    checkDataSets(file, value, report);
  }
}

function checkRequired(file: string, fact: SystemDeclaration, report: Report): void {
  const missing = requiredZones(fact.level, fact.has).filter((zone) => !fact.zones.includes(zone));
  if (missing.length === 0) return;
  complain(report, [file, 'zones'], {
    code: 'zone-missing',
    what: `a level-${fact.level} system has these zones at least (TCVN 14423:2026 ${fact.level + 2}.12.2.2 b)`,
    got: `no ${missing.join(', ')}`,
    want: requiredZones(fact.level, fact.has).join(', '),
    next: 'declare the missing zones, with their resources in footprints',
  });
}

function checkConditional(file: string, fact: SystemDeclaration, report: Report): void {
  for (const [index, name] of fact.zones.entries()) {
    const { condition } = findZone(name);
    if (condition === undefined || fact.has.includes(condition)) continue;
    complain(report, [file, 'zones', index], {
      code: 'zone-without-condition',
      what: `the zone ${name} is for systems that have ${condition}`,
      got: `has: [${fact.has.join(', ')}]`,
      want: `has: ['${condition}'], or no such zone`,
      next: `add '${condition}' to has, or remove the zone`,
    });
  }
}

function checkFootprints(file: string, fact: SystemDeclaration, report: Report): void {
  const hosted = zoneNames.filter((name) => findZone(name).hosting === 'namespace');
  const missing = fact.zones.filter((zone) => hosted.includes(zone) && fact.footprints[zone] === undefined);
  if (missing.length > 0) {
    complain(report, [file, 'footprints'], {
      code: 'footprint-missing',
      what: 'every zone that is a namespace states its resources',
      got: `none for ${missing.join(', ')}`,
      want: `a footprint for each of: ${fact.zones.filter((zone) => hosted.includes(zone)).join(', ')}`,
      next: 'add cpu, memoryGiB, storageGiB and pods for the missing zones',
    });
  }
  const extra = zoneNames.filter(
    (zone) => fact.footprints[zone] !== undefined && (!hosted.includes(zone) || !fact.zones.includes(zone)),
  );
  for (const zone of extra) {
    complain(report, [file, 'footprints', zone], {
      code: 'footprint-without-zone',
      what: 'only declared zones that are namespaces take resources',
      got: zone,
      want: `one of: ${listNames(fact.zones.filter((name) => hosted.includes(name)))}`,
      next: 'remove the footprint, or declare the zone',
    });
  }
}

function checkDataSets(file: string, fact: SystemDeclaration, report: Report): void {
  for (const [index, dataSet] of fact.dataSets.entries()) {
    const storage = fact.footprints[dataSet.zone]?.storageGiB ?? 0;
    if (!fact.zones.includes(dataSet.zone)) {
      complain(report, [file, 'dataSets', index, 'zone'], {
        code: 'data-set-in-undeclared-zone',
        what: `the data set ${dataSet.name} stands in a zone that the system doesn't declare`,
        got: dataSet.zone,
        want: `one of: ${listNames(fact.zones)}`,
        next: 'declare the zone, or move the data set',
      });
    } else if (dataSet.engine === 'postgresql' && dataSet.sizeGiB * dataSet.instances > storage) {
      complain(report, [file, 'dataSets', index, 'sizeGiB'], {
        code: 'data-set-over-quota',
        what: `the data set ${dataSet.name} with all its instances needs more than the zone's storage`,
        got: `${dataSet.sizeGiB} GiB × ${dataSet.instances}`,
        want: `at most ${storage} GiB in the zone ${dataSet.zone}`,
        next: 'raise storageGiB of the zone, or make the data set smaller',
      });
    }
    if (fact.dataClasses.includes(dataSet.class)) continue;
    complain(report, [file, 'dataSets', index, 'class'], {
      code: 'data-class-undeclared',
      what: `the data set ${dataSet.name} holds a class that the system doesn't declare`,
      got: dataSet.class,
      want: `one of dataClasses: ${fact.dataClasses.join(', ')}`,
      next: 'add the class to dataClasses; the level may rise with it',
    });
  }
}
