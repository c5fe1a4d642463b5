// The limit of what Node.js can do: verifies with node:crypto and defers. Knows no clan, hands nothing over.
import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { whenListening } from './socket.ts';

const x = Buffer.from(process.env['PUBLIC_KEY'] ?? '', 'hex').toString('base64url');
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const timestamp = String(incoming.headers['x-signature-timestamp']);
    const signature = String(incoming.headers['x-signature-ed25519']);
    const body = Buffer.concat(chunks);
    const message = Buffer.concat([Buffer.from(timestamp), body]);
    const proven = verify(null, message, key, Buffer.from(signature, 'hex'));
    const { type } = JSON.parse(body.toString());
    outgoing.writeHead(proven ? 200 : 401, { 'Content-Type': 'application/json' });
    outgoing.end(type === 1 ? '{"type":1}' : '{"type":5}');
  });
});
whenListening(server);
