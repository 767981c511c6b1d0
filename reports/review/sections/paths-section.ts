import { trafficText } from '../../../resources/reachability/traffic/traffic-text';
import type { Text } from '../../../model/text';
import type { PlacedChange } from '../../../review/paths/placed-change';
import { flowWords, inBoth } from '../../../review/words/review-words';
import { reviewMessages as messages } from '../words/review-messages';
import { defineSection } from './section';

/** Who can reach whom otherwise than before. */
export const pathsSection = defineSection<PlacedChange>({
  title: messages.paths,
  columns: [
    { title: messages.from, form: 'code' },
    { title: messages.to, form: 'code' },
    { title: messages.traffic, form: 'code' },
    { title: messages.change, form: 'text' },
    { title: messages.between, form: 'code' },
    { title: messages.because, form: 'text' },
    { title: messages.cluster, form: 'code' },
  ],
  items: ({ content }) => content.paths,
  kinds: ['opened', 'changed', 'closed'],
  row: (path, context) => {
    const { cluster, from, to, fromPlace, toPlace, before, after, because, waivers } = path;
    const places = [fromPlace, toPlace].flatMap(readPlace);
    const tenants = [...new Set(places.map(({ tenant }) => tenant))];
    const isWider = before === 'denied' || (before === 'depends' && after === 'allowed');
    return {
      kind: before === 'denied' ? 'opened' : after === 'denied' ? 'closed' : 'changed',
      cells: [
        from,
        to,
        trafficText(path),
        inBoth((language) => `${flowWords[before][language]} → ${flowWords[after][language]}`),
        `${fromPlace} → ${toPlace}`,
        [...because, ...waivers.map(waiverLine)],
        cluster,
      ],
      tenants,
      zones: [...new Set(places.map(({ zone }) => zone))],
      classes: isWider ? context.classesOf(tenants, PATH_CLASSES) : [],
    };
  },
});

/** Classes of risk of which a path that opens may be. */
const PATH_CLASSES = ['internet-path', 'tenant-path', 'level-5-changed', 'path-opened', 'tenant-added'] as const;

/** `tenant/zone`; other places are of no tenant. */
function readPlace(place: string): readonly { readonly tenant: string; readonly zone: string }[] {
  const [tenant, zone] = place.split('/');
  return tenant === undefined || zone === undefined ? [] : [{ tenant, zone }];
}

function waiverLine({ exception, expires, declaredAt }: PlacedChange['waivers'][number]): Text {
  const place = `${exception}, ${declaredAt}`;
  return { vi: `◐ được miễn đến ${expires}: ${place}`, en: `◐ waived until ${expires}: ${place}` };
}
