import { fieldOf, isNode, type SyntaxNode } from './syntax';

/** The doc comments directly before a node, without their frame; `` when there is none. */
export function docOf(node: SyntaxNode): string {
  const comments = fieldOf(node, 'leadingComments');
  if (!Array.isArray(comments)) return '';
  const last = comments.filter(isNode).at(-1);
  const text = last?.type === 'CommentBlock' ? fieldOf(last, 'value') : undefined;
  return typeof text === 'string' && text.startsWith('*') ? text.slice(1).trim() : '';
}
