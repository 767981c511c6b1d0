import { celLiteral } from '../language/value-tests/value-test';
import type { ValueTree } from '../language/tree';

/** A piece of CEL with an upper bound of what it costs the API server, in units of cel-go. */
export interface Emitted {
  readonly text: string;
  readonly cost: number;
}

/** A value in CEL, and what must be asked before so that nothing absent is read. */
export interface EmittedValue extends Emitted {
  readonly guards: readonly Emitted[];
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A value tree in CEL; `root` is the expression of what the rule speaks of. */
export function emitValue(value: ValueTree, root: Emitted): EmittedValue {
  switch (value.kind) {
    case 'object':
      return { ...root, guards: [] };
    case 'bound':
      return { text: value.name, cost: 1, guards: [] };
    case 'member':
      return emitMember(emitValue(value.of, root), value.key);
    case 'entry': {
      const map = emitValue(value.of, root);
      return { text: `${map.text}[${value.key}]`, cost: map.cost + 2, guards: [] };
    }
    case 'namespace-label': {
      const labels = 'namespaceObject.metadata.labels';
      const holds = { text: `has(${labels})`, cost: 3 };
      return emitMember({ text: labels, cost: 3, guards: [holds] }, value.key);
    }
    case 'default': {
      const of = emitValue(value.of, root);
      const asked = conjunction(of.guards);
      return {
        text: `(${asked.text} ? ${of.text} : ${celLiteral(value.value)})`,
        cost: asked.cost + of.cost,
        guards: [],
      };
    }
  }
}

/** Pieces that must all hold. */
export function conjunction(pieces: readonly Emitted[]): Emitted {
  const cost = pieces.reduce((sum, one) => sum + one.cost, 0);
  return { text: pieces.length === 0 ? 'true' : pieces.map((one) => one.text).join(' && '), cost };
}

function emitMember(of: EmittedValue, key: string): EmittedValue {
  const cost = of.cost + 1;
  const { text, asked } = memberOf(of.text, key);
  return { text, cost, guards: [...of.guards, { text: asked, cost }] };
}

/**
 * Quantities, and maps of them. Their schema is a choice of two types, which the API server judges rightly, but its check
 * of expressions leaves such fields out and warns of each, with megabytes for a policy on several kinds.
 */
const UNCHECKED: ReadonlySet<string> = new Set(['default', 'hard', 'limits', 'requests', 'sizeLimit']);

/** A member in CEL, and what asks whether it is there. */
export function memberOf(of: string, key: string): { readonly text: string; readonly asked: string } {
  if (!IDENTIFIER.test(key)) return { text: `${of}[${celLiteral(key)}]`, asked: `${celLiteral(key)} in ${of}` };
  if (UNCHECKED.has(key)) return { text: `dyn(${of}).${key}`, asked: `${celLiteral(key)} in dyn(${of})` };
  // Behind `dyn` stands a map, and not every engine takes `has` there.
  const asked = of.includes('dyn(') ? `${celLiteral(key)} in ${of}` : `has(${of}.${key})`;
  return { text: `${of}.${key}`, asked };
}
