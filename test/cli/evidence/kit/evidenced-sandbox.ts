import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeEvidence, type DeployEvidence } from '../../../../cli/evidence/write-evidence';
import { valueOf } from '../../../../model/problem';
import { readAssembly } from '../../../../resources/read/read-assembly';
import { DeployedSandbox } from '../../review/kit/deployed-sandbox';
import { OPENED } from '../../review/kit/signed-sandbox';

/** The bundles of the two deploys, in the folder of the commands. */
export const FIRST = 'state/evidence/000001.evidence.tar';
export const SECOND = 'state/evidence/000002.evidence.tar';

/** The sandbox with the evidence of deploys, written as a deploy does once its clusters answered. */
export class EvidencedSandbox extends DeployedSandbox {
  /** Deploys the sandbox as it is, then a database that is opened, approved by An and Binh. */
  public async deployTwice(): Promise<void> {
    await this.synth('base');
    this.leaveEvidence('base', '2026-11-20T00:00:00Z');
    this.edit(OPENED);
    await this.change('opened');
    await this.approve('opened', { who: 'an', role: 'security' });
    await this.approve('opened', { who: 'binh', role: 'operations' });
    this.leaveEvidence('opened', '2026-11-24T03:00:00Z');
  }

  /** Keeps and journals an assembly as deployed, and writes the evidence. */
  public leaveEvidence(name: string, at: string, live: DeployEvidence['live'] = { equal: 0 }): void {
    this.markDeployed(name, at);
    const assembly = valueOf(readAssembly(join(this.folder, name)));
    writeEvidence({ state: this.state, assembly, waves: [] }, { live, tools: { tofu: '1.11.0' } });
  }

  /** The bytes of a file in the folder of the commands. */
  public bytesOf(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }
}
