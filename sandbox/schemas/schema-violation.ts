/** One way in which an object is illegal. */
export interface SchemaViolation {
  /** JSON pointer to the field; empty for the object. */
  readonly pointer: string;
  readonly message: string;
}
