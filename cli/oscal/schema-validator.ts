import Ajv, { type ValidateFunction } from 'ajv';
import type { OscalDocument, OscalModel, RawProblem } from '../../reports/oscal/check/oscal-document';
import { isSchema, type Schema } from '../../sandbox/schemas/schema-set';
import { schemaViolations } from '../../sandbox/schemas/schema-violation';

const EMAIL = /^[^@\s]+@[^@\s]+$/;
const URI_CHARACTERS = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;
const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;

/** Validates OSCAL documents against NIST's complete schema; compiles what each model needs once. */
export class SchemaValidator {
  private readonly ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    formats: {
      // The patterns of the schema say it all.
      'date-time': true,
      email: EMAIL,
      uri: (text: string) => SCHEME.test(text) && URI_CHARACTERS.test(text),
      'uri-reference': URI_CHARACTERS,
    },
  });
  private readonly schema: Schema;
  private readonly compiled = new Map<OscalModel, ValidateFunction>();

  public constructor(text: string) {
    const schema: unknown = JSON.parse(text);
    if (!isSchema(schema)) throw new Error('the schema of OSCAL is no object');
    this.schema = schema;
  }

  /** Every way in which a document is not as the schema says. */
  public validate({ path, model, whole }: OscalDocument): readonly RawProblem[] {
    const validate = this.find(model);
    if (validate(whole)) return [];
    return schemaViolations(validate.errors ?? []).map(({ pointer, message, got }) => ({
      code: 'oscal-schema-violated',
      path,
      steps: stepsOf(pointer),
      what: 'the document is not as NIST’s schema of OSCAL says',
      got,
      want: message,
      next: 'correct what stands there',
    }));
  }

  private find(model: OscalModel): ValidateFunction {
    const known = this.compiled.get(model);
    if (known !== undefined) return known;
    // The whole schema is one choice of eight models; of a wrong document it would tell eight times what is wrong.
    const { oneOf, $id: _id, ...rest } = this.schema;
    const choices = Array.isArray(oneOf) ? oneOf.filter(isSchema) : [];
    const choice = choices.find(({ properties }) => isSchema(properties) && Object.hasOwn(properties, model));
    if (choice === undefined) throw new Error(`the schema of OSCAL has no model ${model}`);
    const made = this.ajv.compile({ ...rest, ...choice });
    this.compiled.set(model, made);
    return made;
  }
}

/** The steps of a JSON pointer (RFC 6901). */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
