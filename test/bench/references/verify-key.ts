// A peer: node:http with discord-interactions' verifyKey, which defers. Knows one application, hands nothing over.
import { createServer } from 'node:http';
import { verifyKey } from 'discord-interactions';
import { whenListening } from './socket.ts';

const key = process.env['PUBLIC_KEY'] ?? '';

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', async () => {
    const timestamp = String(incoming.headers['x-signature-timestamp']);
    const signature = String(incoming.headers['x-signature-ed25519']);
    const body = Buffer.concat(chunks);
    const proven = await verifyKey(body, signature, timestamp, key);
    const { type } = JSON.parse(body.toString());
    outgoing.writeHead(proven ? 200 : 401, { 'Content-Type': 'application/json' });
    outgoing.end(type === 1 ? '{"type":1}' : '{"type":5}');
  });
});
whenListening(server);
