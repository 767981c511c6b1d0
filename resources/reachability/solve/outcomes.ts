import type { TrafficSet } from '../traffic/traffic-sets';
import type { Answer, Answers } from './answers';

/** What a tier does with traffic, by number among the {@link Outcomes}: which it may accept, may deny, and may pass on. */
export type Outcome = number;

interface Parts {
  readonly accepted: TrafficSet;
  readonly denied: TrafficSet;
  readonly passed: TrafficSet;
}

/**
 * What the rules of a tier do, before anybody asks the next one. All traffic is in at least one part; what is in several
 * may be dealt with in more than one way, and nobody can tell in which.
 */
export class Outcomes {
  /** All traffic is passed on: the tier says nothing. */
  public readonly silent: Outcome;
  private readonly known = new Map<string, Outcome>();
  private readonly parts: Parts[] = [];
  private readonly composed = new Map<Outcome, Map<Answer, Answer>>();

  public constructor(private readonly answers: Answers) {
    const { nothing, everything } = answers.sets;
    this.silent = this.keep({ accepted: nothing, denied: nothing, passed: everything });
  }

  /** The outcome where a rule does this with some traffic, whatever it was before. */
  public decided(outcome: Outcome, traffic: TrafficSet, action: keyof Parts): Outcome {
    const { sets } = this.answers;
    const { accepted, denied, passed } = this.partsOf(outcome);
    const without = {
      accepted: sets.minus(accepted, traffic),
      denied: sets.minus(denied, traffic),
      passed: sets.minus(passed, traffic),
    };
    return this.keep({ ...without, [action]: sets.or(without[action], traffic) });
  }

  /** One of the two is what happens, and nobody can tell which. */
  public oneOf(left: Outcome, right: Outcome): Outcome {
    if (left === right) return left;
    const { sets } = this.answers;
    const [a, b] = [this.partsOf(left), this.partsOf(right)];
    return this.keep({
      accepted: sets.or(a.accepted, b.accepted),
      denied: sets.or(a.denied, b.denied),
      passed: sets.or(a.passed, b.passed),
    });
  }

  /** Whether the tier may accept anything by itself. */
  public mayAccept(outcome: Outcome): boolean {
    return this.partsOf(outcome).accepted !== this.answers.sets.nothing;
  }

  /** The traffic that the tier may leave to the next ones. */
  public passedOn(outcome: Outcome): TrafficSet {
    return this.partsOf(outcome).passed;
  }

  /** What passes in the end, where this is what the next tiers let pass. */
  public followedBy(outcome: Outcome, next: Answer): Answer {
    if (outcome === this.silent) return next;
    const known = this.composed.get(outcome) ?? new Map<Answer, Answer>();
    this.composed.set(outcome, known);
    const found = known.get(next) ?? this.compose(this.partsOf(outcome), next);
    known.set(next, found);
    return found;
  }

  private compose({ accepted, denied, passed }: Parts, next: Answer): Answer {
    const { answers } = this;
    const { sets } = answers;
    const mayPass = sets.or(accepted, sets.and(passed, answers.possibleOf(next)));
    // For certain passes what is never denied, and where it may be passed on, what the next tiers let pass for certain.
    const blocked = sets.or(denied, sets.minus(passed, answers.certainOf(next)));
    return answers.of(sets.minus(sets.everything, blocked), mayPass);
  }

  private keep(parts: Parts): Outcome {
    const key = `${parts.accepted} ${parts.denied} ${parts.passed}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const outcome = this.parts.length;
    this.parts.push(parts);
    this.known.set(key, outcome);
    return outcome;
  }

  private partsOf(outcome: Outcome): Parts {
    const parts = this.parts[outcome];
    if (parts === undefined) throw new RangeError(`no outcome has the number ${outcome}`);
    return parts;
  }
}
