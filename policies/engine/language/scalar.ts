/** What a rule may compare a field with. */
export type Scalar = string | number | boolean;
