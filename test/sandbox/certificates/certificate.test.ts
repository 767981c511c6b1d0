import { X509Certificate, createPrivateKey } from 'node:crypto';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { createAuthority, issueCertificate, type KeyedCertificate } from '../../../sandbox/certificates/certificate';

const from = new Date('2026-11-01T00:00:00Z');
const lifetime = { from, days: 30 };
const authority = createAuthority({ commonName: 'authority' }, lifetime);

/** What a server says to a client that connects with these certificates; the client's error, or `closed`, otherwise. */
async function talk(server: KeyedCertificate, client: KeyedCertificate, trusted: string): Promise<string> {
  const tls = createServer({ cert: server.certificate, key: server.key, ca: trusted, requestCert: true });
  tls.on('secureConnection', (socket: TLSSocket) => socket.end(socket.getPeerCertificate().subject.CN));
  tls.on('tlsClientError', () => undefined);
  tls.listen(0, '127.0.0.1');
  await once(tls, 'listening');
  const { port } = tls.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, ca: trusted, cert: client.certificate, key: client.key });
  const answer = await new Promise<string>((resolve) => {
    socket.on('data', (data: Buffer) => resolve(data.toString()));
    socket.on('error', (error: Error) => resolve(error.message));
    socket.on('close', () => resolve('closed'));
  });
  socket.destroy();
  tls.close();
  return answer;
}

describe('createAuthority()', () => {
  it('makes a certificate that may sign and that signed itself', () => {
    const parsed = new X509Certificate(authority.certificate);
    expect(parsed.ca).toBe(true);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.checkPrivateKey(createPrivateKey(authority.key))).toBe(true);
  });

  it('is valid from a moment before it was made to the end of its lifetime', () => {
    const parsed = new X509Certificate(authority.certificate);
    expect([parsed.validFrom, parsed.validTo]).toEqual(['Oct 31 23:55:00 2026 GMT', 'Dec  1 00:00:00 2026 GMT']);
  });
});

describe('issueCertificate()', () => {
  it('names the user and the groups that Kubernetes reads', () => {
    const subject = { commonName: 'ndc:deployer', organizations: ['ndc:deployers', 'second'] };
    const { certificate } = issueCertificate(authority, { ...lifetime, subject, purposes: ['client'] });
    const parsed = new X509Certificate(certificate);
    expect(parsed.subject).toBe('O=ndc:deployers\nO=second\nCN=ndc:deployer');
    expect(parsed.issuer).toBe('CN=authority');
    expect(parsed.ca).toBe(false);
    expect(parsed.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
  });

  it('names the hosts and addresses of a server, of both families', () => {
    const subject = { commonName: 'server' };
    const names = { hosts: ['localhost', 'api.example'], addresses: ['127.0.0.1', '2001:db8::1'] };
    const { certificate } = issueCertificate(authority, { ...lifetime, subject, purposes: ['server'], ...names });
    expect(new X509Certificate(certificate).subjectAltName).toBe(
      'DNS:localhost, DNS:api.example, IP Address:127.0.0.1, IP Address:2001:DB8:0:0:0:0:0:1',
    );
  });

  it('makes a server and a client that trust each other through their authority alone', async () => {
    const now = { from: new Date(), days: 1 };
    const trusted = createAuthority({ commonName: 'trusted' }, now);
    const stranger = createAuthority({ commonName: 'trusted' }, now);
    const server = issueCertificate(trusted, {
      ...now,
      subject: { commonName: 'server' },
      purposes: ['server'],
      addresses: ['127.0.0.1'],
    });
    const client = { ...now, subject: { commonName: 'client' }, purposes: ['client'] } as const;
    expect(await talk(server, issueCertificate(trusted, client), trusted.certificate)).toBe('client');
    expect(await talk(server, issueCertificate(stranger, client), trusted.certificate)).not.toBe('client');
    expect(await talk(server, issueCertificate(trusted, client), stranger.certificate)).toMatch(/unable to verify/);
  });

  it('keeps any name as it is given, and never uses a serial number twice', () => {
    const serials = new Set<string>();
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !text.includes('\u0000') && !text.includes('\n'));
    fc.assert(
      fc.property(names, (commonName) => {
        const issued = issueCertificate(authority, { ...lifetime, subject: { commonName }, purposes: ['client'] });
        const parsed = new X509Certificate(issued.certificate);
        expect(parsed.toLegacyObject().subject.CN).toBe(commonName);
        expect(serials.has(parsed.serialNumber)).toBe(false);
        serials.add(parsed.serialNumber);
      }),
      { numRuns: 50 },
    );
  });
});
