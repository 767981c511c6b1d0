import { judgeRecords } from '../../../../evidence/signatures/attestation/judge-attestation';
import {
  ATTESTATION_NAMESPACE,
  attestationMessage,
  parseAttestation,
  sealAttestation,
} from '../../../../evidence/signatures/attestation/seal-attestation';
import { allowedSignersOf } from '../../../../evidence/signatures/approval/signer-list';
import { signersOf } from '../../../../evidence/signatures/approval/signers-of-model';
import { valueOf } from '../../../../model/problem';
import { envelopeOf, nation, now, recordOf, restoreTest, signerOf } from '../kit/records';
import { describeWithSshKeygen } from '../kit/ssh-keygen';

describeWithSshKeygen('records by the real ssh-keygen', (program) => {
  it('are accepted when it signed them', () => {
    const [type = '', base64 = ''] = program.makeKey('key', ['-t', 'ed25519']).trim().split(' ');
    const keys = [{ key: `${type} ${base64}`, from: '2026-07-01', until: '2027-06-30' }];
    const armored = program.sign('key', ATTESTATION_NAMESPACE, valueOf(attestationMessage(restoreTest)));
    const records = [recordOf(valueOf(sealAttestation(restoreTest, [armored])))];
    expect(judgeRecords({ nation, records, signers: [signerOf({ keys })], now }).problems).toEqual([]);
  });

  it('are accepted by it when we signed them, and no more when they were changed', () => {
    const { message, signatures } = valueOf(parseAttestation(Buffer.from(envelopeOf())));
    program.write(
      'allowed',
      allowedSignersOf(valueOf(signersOf({ signers: [signerOf()] })), now, ATTESTATION_NAMESPACE),
    );
    program.write('signature', signatures[0]?.armored ?? '');
    const given = ['-Y', 'verify', '-f', 'allowed', '-I', 'an', '-n', ATTESTATION_NAMESPACE, '-s', 'signature'];
    const verify = [...given, '-Overify-time=20260920030000Z'];
    expect(program.run(verify, message).code).toBe(0);
    expect(program.run(verify, Buffer.concat([message, Buffer.from(' ')])).code).not.toBe(0);
  });
});
