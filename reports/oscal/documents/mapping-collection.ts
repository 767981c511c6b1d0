import { controls } from '../../../model/controls/control';
import { crosswalkMarks, frameworkNames, frameworks } from '../../../model/controls/crosswalk';
import { metadata } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { say, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup, plain } from '../parts/oscal-text';
import { markProperty } from './catalog';

type Framework = (typeof frameworks)[number];

/** The crosswalk of every clause that has one, a mapping for each framework; places stand as the frameworks' owners write them. */
export function mappingDocument(one: OscalExport): OscalPart {
  const known = frameworks.filter((framework) => mappedTo(framework).length > 0);
  return {
    'mapping-collection': {
      uuid: one.ids.ofLasting('mapping-collection', one.lawDigest),
      metadata: metadata(one, oscalWords.mapping, {
        version: `sha256:${one.lawDigest}`,
        remarks: oscalWords.mappingNote,
      }),
      provenance: {
        method: 'human',
        'matching-rationale': 'semantic',
        status: 'not-complete',
        'mapping-description': say(one, oscalWords.mappingNote),
      },
      mappings: known.map((framework) => mapping(one, framework)),
      'back-matter': { resources: known.map((framework) => frameworkResource(one, framework)) },
    },
  };
}

function mappedTo(framework: Framework): typeof controls {
  return controls.filter(({ crosswalk }) => (crosswalk?.[framework] ?? []).length > 0);
}

function mapping(one: OscalExport, framework: Framework): OscalPart {
  return {
    uuid: one.ids.ofLasting('mapping', framework),
    'source-resource': { type: 'catalog', href: 'catalog.json' },
    'target-resource': { type: 'catalog', href: `#${frameworkUuid(one, framework)}` },
    props: [markProperty(one, crosswalkMarks[framework])],
    maps: mappedTo(framework).map(({ id, crosswalk }) => ({
      uuid: one.ids.ofLasting('map', framework, id),
      relationship: 'intersects-with',
      sources: [{ type: 'control', 'id-ref': id }],
      targets: (crosswalk?.[framework] ?? []).map((place) => ({ type: 'control', 'id-ref': plain(place) })),
    })),
  };
}

function frameworkUuid({ ids }: OscalExport, framework: Framework): string {
  return ids.ofLasting('framework', framework);
}

function frameworkResource(one: OscalExport, framework: Framework): OscalPart {
  const name = markup(frameworkNames[framework]);
  return {
    uuid: frameworkUuid(one, framework),
    title: name,
    props: [markProperty(one, crosswalkMarks[framework])],
    citation: { text: name },
  };
}
