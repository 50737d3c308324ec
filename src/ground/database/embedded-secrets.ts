import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * The password kept under `name` in a secrets file (JSON, mode 0600); made and written when there is none yet.
 * Synchronous, so that two callers in one process cannot overwrite each other. Throws when the file is not JSON.
 */
export function keepSecret(file: string, name: string): string {
  const secrets = readSecrets(file);
  const known = secrets[name];
  if (known !== undefined) return known;
  const made = randomBytes(24).toString('base64url');
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify({ ...secrets, [name]: made }, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
  return made;
}

function readSecrets(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new Error(
      `${file} should hold the database passwords as JSON, but it is not JSON. Restore it from a backup.`,
    );
  }
}

/**
 * The SCRAM-SHA-256 verifier of a password (RFC 5803), which PostgreSQL stores as it is: the password itself then never
 * stands in a statement, so it cannot reach the server's log. ASCII passwords only (no SASLprep).
 */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const key = (label: string): Buffer => createHmac('sha256', salted).update(label).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
