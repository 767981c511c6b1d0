import { levels } from '../../model/level';
import { evaluationTexts } from '../../policies/certificate';
import type { ReportFile, ReportSource } from '../define-format';
import { assessmentPlanDocument } from './documents/assessment-plan';
import { assessmentResultsDocument, EVALUATIONS_FILE } from './documents/assessment-results';
import { catalogDocument } from './documents/catalog';
import { componentDefinitionDocument } from './documents/component-definition';
import { mappingDocument } from './documents/mapping-collection';
import { tryPoamDocument } from './documents/poam';
import { profileDocument } from './documents/profile';
import { securityPlanDocument } from './documents/security-plan';
import { exportsOf, openRun, type OscalExport, type OscalPart } from './parts/oscal-export';
import { tellResults } from './results/told-results';

/**
 * The OSCAL chain of a report: in `vi/` and `en/` the same documents with the same UUIDs, from the catalog of the law to the
 * plan of action, and beside them every evaluation, to which the results link by digest. Keys stand in the order in which
 * they are made, identity first, which is the same in every run.
 */
export function* oscalFiles(source: ReportSource): Generator<ReportFile> {
  for (const one of exportsOf(openRun(source))) {
    for (const [name, document] of documents(one)) {
      yield { path: `${one.language}/${name}.json`, content: JSON.stringify(document) };
    }
  }
  const texts = [...evaluationTexts(source.evaluation)].map((text) => Buffer.from(text));
  yield { path: EVALUATIONS_FILE, content: Buffer.concat(texts) };
}

/** Each document when it is asked for, in the order in which one imports the other. */
function* documents(one: OscalExport): Generator<readonly [string, OscalPart]> {
  yield ['catalog', catalogDocument(one)];
  yield ['profile', profileDocument(one)];
  for (const level of levels) yield [`profile-level-${level}`, profileDocument(one, level)];
  yield ['mapping-collection', mappingDocument(one)];
  yield ['component-definition', componentDefinitionDocument(one)];
  yield ['system-security-plan', securityPlanDocument(one)];
  yield ['assessment-plan', assessmentPlanDocument(one)];
  const told = tellResults(one);
  yield ['assessment-results', assessmentResultsDocument(one, told)];
  const poam = tryPoamDocument(one, told);
  if (poam !== undefined) yield ['plan-of-action-and-milestones', poam];
}
