import type { JsonValue } from '../../../resources/resource';
import type { TerraformFailure } from '../failure/terraform-failure';
import { parseEvent, type ShardEvent } from '../plan/shard-event';
import type { PlannedChange } from '../plan/planned-change';

/** What became of one planned change. */
export interface ResourceResult {
  readonly address: string;
  readonly action: PlannedChange['action'];
  /**
   * `unsettled` was begun and its end was never told: the object may be as planned, half done, or as before; the
   * next plan finds out.
   */
  readonly outcome: 'done' | 'failed' | 'unsettled' | 'not-begun';
  /** Why it failed.
   * @default - it didn't fail
   */
  readonly failure?: TerraformFailure | undefined;
}

/** Follows an apply and tells in the end what became of each change. */
export class ResultLedger {
  readonly #last = new Map<string, ShardEvent['kind']>();

  /** Takes note of one message of Terraform and gives the event in it. */
  public take(message: JsonValue): ShardEvent | undefined {
    const event = parseEvent(message);
    if (event !== undefined && event.kind !== 'planned') this.#last.set(event.address, event.kind);
    return event;
  }

  /** The results of the changes that were to be made, in their order. */
  public resultsOf(changes: readonly PlannedChange[], failures: readonly TerraformFailure[]): ResourceResult[] {
    return changes
      .filter(({ action, adopts }) => action !== 'no-op' || adopts !== undefined)
      .map(({ address, action }) => {
        const failure = failures.find((one) => one.address === address);
        return { address, action, outcome: this.#outcomeOf(address, failure), failure };
      });
  }

  #outcomeOf(address: string, failure: TerraformFailure | undefined): ResourceResult['outcome'] {
    const last = this.#last.get(address);
    if (last === 'failed' || failure !== undefined) return 'failed';
    if (last === 'finished') return 'done';
    return last === undefined ? 'not-begun' : 'unsettled';
  }
}
