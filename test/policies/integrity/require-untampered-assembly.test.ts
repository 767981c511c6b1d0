import policy from '../../../policies/integrity/require-untampered-assembly';
import type { AssemblyFile, IntegrityFinding } from '../../../resources/assembly';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const file: AssemblyFile = {
  path: 'kubernetes/a/b.yaml',
  engine: 'kubernetes',
  site: 'dc-north',
  digest: `sha256:${'1'.repeat(64)}`,
};
const finding = (kind: IntegrityFinding['kind'], bend: Partial<IntegrityFinding> = {}): IntegrityFinding => ({
  kind,
  file: file.path,
  address: '',
  detail: 'as found',
  ...bend,
});
const subject = `file/${file.path}`;

describePolicy('integrity/require-untampered-assembly', policy, {
  passes: {
    'a file as the manifest says': () => ({ subject, view: viewOf({ files: [file] }) }),
    'a file beside another that was changed': () => ({
      subject,
      view: viewOf({ files: [file], integrity: [finding('digest-differs', { file: 'other.yaml' })] }),
    }),
  },
  fails: {
    'a changed file': () => ({
      view: viewOf({ files: [file], integrity: [finding('digest-differs')] }),
      where: file.path,
      got: 'digest-differs: as found',
    }),
    'a file that the manifest does not list': () => ({
      subject: 'file/extra.yaml',
      view: viewOf({ files: [file], integrity: [finding('unlisted-file', { file: 'extra.yaml' })] }),
      where: 'extra.yaml',
      got: 'unlisted-file: as found',
    }),
    'a manifest that was changed': () => ({
      subject: 'file/manifest.json',
      view: viewOf({ files: [file], integrity: [finding('manifest-digest-differs', { file: 'manifest.json' })] }),
      where: 'manifest.json',
      got: 'manifest-digest-differs: as found',
    }),
    'an object too many': () => ({
      view: viewOf({ files: [file], integrity: [finding('unlisted-object', { address: 'Secret/x/y' })] }),
      where: 'Secret/x/y',
      got: 'unlisted-object: as found',
    }),
    'a part that nobody can read': () => ({
      verdict: 'unknown',
      view: viewOf({ files: [file], integrity: [finding('unread-section', { address: 'data' })] }),
      where: 'data',
      got: 'unread-section: as found',
    }),
  },
  ignores: { 'an assembly without files': () => ({ view: viewOf() }) },
});
