import type { Flow } from '../../resources/reachability/query/flows';
import { visibleText } from '../text/visible-text';
import { trafficText } from '../../resources/reachability/traffic/traffic-text';

/** The rows of a table of flows as data in which every text stands once; a row is five numbers. */
export class FlowTableBuilder {
  private readonly ends = new Numbered();
  private readonly traffic = new Numbered();
  private readonly reasons = new Numbered();
  private readonly rows: number[] = [];

  /** Takes a flow. */
  public add(flow: Flow): void {
    const { from, to, verdict, because } = flow;
    this.rows.push(
      this.ends.of(from),
      this.ends.of(to),
      this.traffic.of(trafficText(flow)),
      verdict === 'allowed' ? 0 : 1,
      this.reasons.of(because.map(visibleText).join('\n')),
    );
  }

  /** All that was taken, as JSON that nothing in it can break out of within a page. */
  public data(): string {
    const { ends, traffic, reasons, rows } = this;
    const texts = (of: Numbered, show: (text: string) => string): readonly string[] => of.texts.map(show);
    const data = {
      ends: texts(ends, visibleText),
      traffic: texts(traffic, visibleText),
      // Their lines are parted by line feeds; each was made visible before.
      reasons: texts(reasons, (text) => text),
      rows,
    };
    return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  }
}

/** Texts by the numbers of their first coming. */
class Numbered {
  private readonly numbers = new Map<string, number>();

  public get texts(): readonly string[] {
    return [...this.numbers.keys()];
  }

  public of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const made = this.numbers.size;
    this.numbers.set(text, made);
    return made;
  }
}
