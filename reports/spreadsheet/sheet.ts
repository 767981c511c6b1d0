/** A sheet of a workbook. */
export interface Sheet {
  /** Up to 31 characters, none of `[]:*?/\`; one of its kind in the workbook. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Texts are texts, whatever they begin with; numbers are numbers. */
  readonly rows: readonly (readonly (string | number)[])[];
}
