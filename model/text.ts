/** A text for people in both languages of the product; Vietnamese official names keep their diacritics. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** A language that the product speaks. */
export type Language = keyof Text;

/** The languages in the order in which reports show them. */
export const languages = ['vi', 'en'] as const satisfies readonly Language[];
