import { refuse } from './refuse';

/** What a value looks like: a type, a list of one shape, or members by name, `*` for any; each member may be missing. */
export type Shape = 'string' | 'number' | 'boolean' | readonly [Shape] | { readonly [name: string]: Shape };

/** Values that look like this. */
export type Shaped<S> = S extends 'string' | 'number' | 'boolean'
  ? { string: string; number: number; boolean: boolean }[S]
  : S extends readonly [infer One]
    ? readonly Shaped<One>[]
    : S extends { readonly '*': infer One }
      ? Readonly<Record<string, Shaped<One>>>
      : { readonly [Name in keyof S]?: Shaped<S[Name]> };

/** A value that looks like this; a member that the shape doesn't have may mean anything, and is refused. */
export function shaped<const S extends Shape>(shape: S, value: unknown, at: string): Shaped<S> {
  compare(shape, value, at);
  return value as Shaped<S>;
}

function compare(shape: Shape, value: unknown, at: string): void {
  if (typeof shape === 'string') {
    if (typeof value !== shape) refuse(at, `is no ${shape}`);
  } else if (shape instanceof Array) {
    if (!Array.isArray(value)) return refuse(at, 'is no list');
    for (const [index, one] of value.entries()) compare(shape[0], one, `${at}[${index}]`);
  } else {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(at, 'is no object');
    for (const [name, member] of Object.entries(value)) {
      const known = Object.hasOwn(shape, name) ? shape[name] : shape['*'];
      compare(known ?? refuse(`${at}.${name}`, 'is nothing that can be checked'), member, `${at}.${name}`);
    }
  }
}
