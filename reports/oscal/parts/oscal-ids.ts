import type { Report } from '../../report';
import { uuidV5 } from './uuid-v5';

/** The namespace for URLs and URNs (RFC 9562 §6.6). */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The name under which everything that isn't OSCAL's own word is stated. */
export const OSCAL_NAMESPACE = 'urn:ndc:oscal';

/**
 * The UUIDs of one export. What lasts (a rule, a system, an object) has one from its own id, the same in every export; what
 * a single judgement made (an observation, a finding) has one from the digests of that judgement.
 */
export class OscalIds {
  private readonly root = uuidV5(URL_NAMESPACE, OSCAL_NAMESPACE);
  private readonly run: string;

  public constructor({
    environment,
    today,
    assemblyDigest,
    bundleDigest,
    evaluationsDigest,
  }: Pick<Report, 'environment' | 'today' | 'assemblyDigest' | 'bundleDigest' | 'evaluationsDigest'>) {
    this.run = this.ofLasting('run', environment, today, assemblyDigest, bundleDigest, evaluationsDigest);
  }

  /** The UUID of what stays the same thing from export to export. */
  public ofLasting(...name: readonly string[]): string {
    return uuidV5(this.root, nameOf(name));
  }

  /** The UUID of what this judgement alone made. */
  public ofRun(...name: readonly string[]): string {
    return uuidV5(this.run, nameOf(name));
  }
}

/** The parts as a JSON list: no two lists of parts give one name, and a lone surrogate is an escape. */
function nameOf(parts: readonly string[]): string {
  return JSON.stringify(parts);
}
