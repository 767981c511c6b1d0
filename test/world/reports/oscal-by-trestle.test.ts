import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { controlsOfLevel } from '../../../model/controls/control';
import { levels } from '../../../model/level';
import { languages } from '../../../model/text';
import { cleanSource, filesOf, openSource } from '../../reports/oscal/oscal-kit';
import { describeWithTrestle } from './describe-with-trestle';

/** Reads every document by trestle's own models, and resolves every profile to the ids of its controls. */
const READ = `
import json, pathlib
from trestle.core.profile_resolver import ProfileResolver
from trestle.oscal import assessment_plan, assessment_results, catalog, component, mapping, poam, profile, ssp
classes = {
    'catalog': catalog.Catalog,
    'profile': profile.Profile,
    'component-definition': component.ComponentDefinition,
    'system-security-plan': ssp.SystemSecurityPlan,
    'assessment-plan': assessment_plan.AssessmentPlan,
    'assessment-results': assessment_results.AssessmentResults,
    'plan-of-action-and-milestones': poam.PlanOfActionAndMilestones,
    'mapping-collection': mapping.MappingCollection,
}
def ids(part):
    own = [one.id for one in part.controls or []]
    return own + [id for group in getattr(part, 'groups', None) or [] for id in ids(group)]
root = pathlib.Path.cwd()
(root / '.trestle').mkdir()
told = {}
for path in sorted(root.glob('*.json')):
    kind = next(iter(json.loads(path.read_text(encoding='utf8'))))
    try:
        classes[kind].oscal_read(path)
        told[path.name] = {'kind': kind}
        if kind == 'profile':
            told[path.name]['controls'] = sorted(ids(ProfileResolver.get_resolved_profile_catalog(root, path)))
    except Exception as error:
        told[path.name] = {'kind': kind, 'error': str(error)}
print(json.dumps(told))
`;

interface Told {
  readonly kind: string;
  readonly controls?: readonly string[];
  readonly error?: string;
}

describeWithTrestle('the OSCAL chain, read by another project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-trestle-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['with findings and waivers', openSource],
    ['where all holds', cleanSource],
  ])('is valid in both languages, and each profile resolves to the clauses of its level: %s', (name, source) => {
    const place = join(folder, name.replaceAll(' ', '-'));
    for (const [path, content] of filesOf(source())) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), content);
    }
    for (const language of languages) {
      // It looks for what a document imports in the folder that it runs in.
      const options = { encoding: 'utf8', timeout: 120_000, cwd: join(place, language) } as const;
      const run = spawnSync('python3', ['-c', READ], options);
      expect({ status: run.status, error: run.error }).toEqual({ status: 0, error: undefined });
      const told = JSON.parse(run.stdout) as Readonly<Record<string, Told>>;
      expect(Object.values(told).flatMap(({ error }) => error ?? [])).toEqual([]);
      expect(new Set(Object.values(told).map(({ kind }) => kind)).size).toBe(8);
      for (const level of levels)
        expect(told[`profile-level-${level}.json`]?.controls).toEqual(
          controlsOfLevel(level)
            .map(({ id }) => id)
            .toSorted(),
        );
    }
  });
});
