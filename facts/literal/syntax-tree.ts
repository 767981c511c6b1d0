import type { parse } from '@babel/parser';

/** A statement of a parsed fact file. */
export type Statement = ReturnType<typeof parse>['program']['body'][number];

/** An expression of a parsed fact file. */
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];

/** Anything of a parsed fact file that has a place. */
export type SyntaxNode = { readonly type: string } & {
  readonly [Key in 'start' | 'end' | 'loc']?: Expression[Key] | undefined;
};

/** An object literal. */
export type ObjectLiteral = Extract<Expression, { type: 'ObjectExpression' }>;

/** A list literal. */
export type ListLiteral = Extract<Expression, { type: 'ArrayExpression' }>;
