import { isHandWritten, type Law, type TreeFile, type Violation } from '../kit/law';
import { docOf } from '../kit/doc-comment';
import { fieldOf, findNodes, lineOf, nameOf, nodeAt } from '../kit/syntax';

/** Leaving a field out must never be a riddle. */
export const statedDefaults: Law = {
  title: 'every optional property of an exported interface states its default',
  check: (files) => files.filter(isHandWritten).flatMap(checkFile),
};

function checkFile(file: TreeFile): readonly Violation[] {
  return findNodes(file, 'TSPropertySignature', 'TSMethodSignature')
    .filter(({ node }) => fieldOf(node, 'optional') === true)
    .filter(({ parents }) => {
      const at = parents.findIndex(({ type }) => type === 'TSInterfaceDeclaration');
      return at > 0 && parents[at - 1]?.type.startsWith('Export') === true;
    })
    .filter(({ node }) => !docOf(node).includes('@default'))
    .map(({ node }) => ({
      path: file.path,
      line: lineOf(node),
      what: `${nameOf(nodeAt(node, 'key'))} is optional without @default`,
    }));
}
