// A token endpoint that owes nothing to Aquila: it verifies the assertion with Node's crypto, which
// is OpenSSL's code, and leaves its two parts for the openssl command.
// node verifier.mjs CERTIFICATE DIRECTORY, prints its port.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { createPublicKey, verify } from 'node:crypto';
import { join } from 'node:path';

const [certificate, directory] = process.argv.slice(2);
const key = createPublicKey(readFileSync(certificate));

function judge(form) {
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    return 'unsupported_grant_type';
  }
  const [header, claims, signature] = form.get('assertion').split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  const bytes = Buffer.from(signature, 'base64url');
  writeFileSync(join(directory, 'signed'), signed);
  writeFileSync(join(directory, 'signature'), bytes);
  if (JSON.parse(Buffer.from(header, 'base64url')).alg !== 'RS256') return 'not RS256';
  if (!verify('sha256', signed, key, bytes)) return 'invalid assertion';
  const { iss, sub, aud, exp } = JSON.parse(Buffer.from(claims, 'base64url'));
  const ahead = exp - Date.now() / 1000;
  if (iss !== 'client' || sub !== 'jane@example.com' || aud !== 'https://login.salesforce.com') {
    return 'wrong claims';
  }
  return ahead > 0 && ahead < 200 ? '' : `exp is ${ahead} s ahead`;
}

const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    const error = judge(new URLSearchParams(body));
    const url = `http://127.0.0.1:${server.address().port}`;
    const answer = error
      ? { error: 'invalid_grant', error_description: error }
      : { access_token: 'verified-by-openssl', instance_url: url };
    reply.writeHead(error ? 400 : 200, { 'Content-Type': 'application/json' });
    reply.end(JSON.stringify(answer));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
