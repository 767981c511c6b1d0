import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeApprovals } from '../../../../evidence/signatures/approval/judge-approvals';
import { approvalMessage, sealApproval, signApproval } from '../../../../evidence/signatures/approval/seal-approval';
import { allowedSignersOf, parseSignerList } from '../../../../evidence/signatures/approval/signer-list';
import { parsePrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { valueOf } from '../../../../model/problem';
import { HardwareKey } from '../kit/hardware-key';
import { accounts, now, outcomes, question, statementOf, validFrom, validUntil } from '../kit/scene';
import { describeWithSshKeygen, type SshKeygen } from '../kit/ssh-keygen';

const page = readFileSync(join(__dirname, '../../../../docs/how-to/verify-an-approval-by-hand.md'), 'utf8');
const namespace = 'ndc-approval';

/** The commands of the page under a name. */
function commandsOf(name: string): string {
  const [, commands = ''] = new RegExp(`^\`\`\`sh ${name}\n([^\`]*)^\`\`\``, 'm').exec(page) ?? [];
  if (commands === '') throw new RangeError(`the page has no commands ${name}`);
  return commands;
}

/** Runs commands of the page in the folder; their exit code. */
function follow(program: SshKeygen, name: string): number | null {
  return spawnSync('sh', ['-eu', '-c', commandsOf(name)], { cwd: program.folder, stdio: 'ignore' }).status;
}

describeWithSshKeygen('by hand', (program) => {
  const statements = { an: statementOf('an'), binh: statementOf('binh') };
  const hardware = new HardwareKey('ed25519');
  let signers = question.signers;

  beforeAll(() => {
    const publicKeys = [program.makeKey('key', ['-t', 'ecdsa', '-b', '256']), hardware.publicKey()];
    const given = [accounts.an, accounts.binh].map((one, index) => ({
      ...one,
      keys: [{ publicKey: publicKeys[index], validFrom, validUntil }],
    }));
    signers = valueOf(parseSignerList({ signers: given }));
    program.write('allowed_signers', allowedSignersOf(signers, now));
  });

  it('two approvals are signed, by ssh-keygen and in hardware, and allow a change', () => {
    program.write('message', valueOf(approvalMessage(statements.an)));
    expect(follow(program, 'sign')).toBe(0);
    const touched = hardware.sign(valueOf(approvalMessage(statements.binh)), { namespace });
    const envelopes = [
      valueOf(sealApproval(statements.an, [program.read('message.sig')])),
      valueOf(sealApproval(statements.binh, [touched])),
    ].map((text) => Buffer.from(text));
    const judgement = judgeApprovals({ ...question, signers }, envelopes);
    expect([judgement.isSatisfied, ...outcomes(judgement)]).toEqual([
      true,
      'counts for loosening',
      'counts for loosening',
    ]);
    for (const envelope of envelopes) {
      program.write('approval.json', envelope);
      expect(follow(program, 'verify')).toBe(0);
    }
  });

  it('an approval that was sealed here is verified, and one of other bytes, another account or another time is not', () => {
    const key = valueOf(parsePrivateKey(program.read('key')));
    const follows = (bend: Parameters<typeof statementOf>[1]): number | null => {
      program.write('approval.json', valueOf(signApproval(statementOf('an', bend), key)));
      return follow(program, 'verify');
    };
    expect(follows({})).toBe(0);
    expect(follows({ approver: { principal: 'binh@ndc.gov.vn', role: 'platform-owner' } })).not.toBe(0);
    expect(follows({ signedAt: '2025-12-31T08:00:00Z', notAfter: '2026-01-02T08:00:00Z' })).not.toBe(0);
    const changed = valueOf(signApproval(statements.an, key)).replace(
      /"payload":"[^"]*"/,
      `"payload":"${Buffer.from('{}').toString('base64')}"`,
    );
    program.write('approval.json', changed);
    expect(follow(program, 'verify')).not.toBe(0);
  });

  it('an approval is written just as the page shows', () => {
    const [, form = ''] = /^```json\n(\{\n[^`]*)^```/m.exec(page) ?? [];
    const shown = JSON.parse(
      form.replaceAll('<64 digits>', 'a'.repeat(64)).replace('one line', statements.an.reason),
    ) as unknown;
    const digest = `sha256:${'a'.repeat(64)}`;
    const same = statementOf('an', { reviewDigest: digest, rulesDigest: digest, parentDigest: digest });
    const message = valueOf(approvalMessage(same)).toString();
    expect(JSON.parse(message.slice(message.indexOf('{')))).toEqual(shown);
  });
});
