import { xmlText } from './xml-text';

/** The table of texts of a workbook: each text once, cells name it by its number. */
export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The number of a text, which is added when it is new. */
  public place(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  /** The part of the workbook that holds the table. */
  public xml(namespace: string): string {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${namespace}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
