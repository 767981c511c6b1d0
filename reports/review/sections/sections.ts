import type { ReviewContent } from '../../../review/review';
import { escalationsSection } from './escalations-section';
import { factsSection } from './facts-section';
import { findingsSection } from './findings-section';
import { objectsSection } from './objects-section';
import { pathsSection } from './paths-section';
import { quotasSection } from './quotas-section';
import { recoverySection } from './recovery-section';
import { rightsSection } from './rights-section';
import { risksSection } from './risks-section';
import { rulesSection } from './rules-section';
import type { ReviewSection, SectionRow } from './section';
import { SectionContext } from './section-context';
import { waiversSection } from './waivers-section';

/** Parts of a review's content that list what differs. */
export type SectionKey = Exclude<
  keyof ReviewContent,
  'formatVersion' | 'environment' | 'authors' | 'assembly' | 'needs' | 'reach'
>;

/**
 * Every part of a review in the order in which a reviewer reads it, the one list that all formats write; a part of the
 * content that isn't here doesn't compile.
 */
export const reviewSections: Readonly<Record<SectionKey, ReviewSection>> = {
  risks: risksSection,
  rules: rulesSection,
  facts: factsSection,
  waivers: waiversSection,
  paths: pathsSection,
  escalations: escalationsSection,
  rights: rightsSection,
  findings: findingsSection,
  recovery: recoverySection,
  quotas: quotasSection,
  objects: objectsSection,
};

/** A section with the rows that a review gives it. */
export interface FilledSection extends Omit<ReviewSection, 'rows'> {
  readonly key: SectionKey;
  readonly rows: readonly SectionRow[];
}

/** All sections of a content, those without rows too. */
export function fillSections(content: ReviewContent): readonly FilledSection[] {
  const context = new SectionContext(content);
  return (Object.keys(reviewSections) as readonly SectionKey[]).map((key) => {
    const { title, columns, rows } = reviewSections[key];
    return { key, title, columns, rows: rows(context) };
  });
}
