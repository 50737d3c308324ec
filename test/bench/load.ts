import { connect, type Socket } from 'node:net';

/** A request ready to be written, and the port it goes to. */
export interface Target {
  port: number;
  /** Whole HTTP requests, asked in turn. */
  requests: readonly Buffer[];
}

/** An HTTP request with a JSON body as bytes. */
export function postOf(url: string, body: unknown): Buffer {
  const { host, pathname } = new URL(url);
  const bytes = Buffer.from(JSON.stringify(body), 'utf8');
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/json',
    'Accept: application/json',
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'utf8'), bytes]);
}

/**
 * Keeps so many connections busy for so many milliseconds, each asking again as soon as it has its answer, and answers how
 * many answers came a second. Throws where an answer is no 200.
 */
export async function answersPerSecond(target: Target, connections: number, milliseconds: number): Promise<number> {
  let asked = 0;
  let answered = 0;
  let over = false;
  const next = (): Buffer => target.requests[asked++ % target.requests.length] ?? Buffer.alloc(0);
  const began = performance.now();
  const timer = setTimeout(() => (over = true), milliseconds);
  const lines = Array.from({ length: connections }, async () => {
    const socket = connect(target.port, '127.0.0.1');
    socket.setNoDelay(true);
    try {
      await askUntil(socket, next, () => {
        answered += 1;
        return over;
      });
    } finally {
      socket.destroy();
    }
  });
  try {
    await Promise.all(lines);
  } finally {
    clearTimeout(timer);
    over = true;
  }
  return (answered * 1_000) / (performance.now() - began);
}

/** Asks on one connection until `enough` says so after an answer. */
function askUntil(socket: Socket, next: () => Buffer, enough: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const reader = new AnswerReader();
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection.')));
    socket.on('data', (bytes) => {
      try {
        if (!reader.whole(bytes)) return;
        if (enough()) resolve();
        else socket.write(next());
      } catch (fault) {
        reject(fault instanceof Error ? fault : new Error(String(fault)));
      }
    });
    socket.write(next());
  });
}

const LAST_CHUNK = '0\r\n\r\n';

/** Tells where an HTTP answer ends; one answer at a time. */
class AnswerReader {
  private head = '';
  /** Bytes of the body still to come; NaN where it comes in chunks. */
  private left = 0;
  private tail = '';

  /** Takes bytes in; true when the answer is whole. */
  whole(bytes: Buffer): boolean {
    if (this.head.endsWith('\r\n\r\n')) return this.body(bytes);
    const text = bytes.toString('latin1');
    const end = (this.head + text).indexOf('\r\n\r\n');
    if (end < 0) {
      this.head += text;
      return false;
    }
    const headEnd = end + 4 - this.head.length;
    this.head += text.slice(0, headEnd);
    if (!this.head.startsWith('HTTP/1.1 200')) throw new Error(`A server answered ${text.slice(0, 300)}`);
    this.left = Number(/^content-length: *(\d+)/im.exec(this.head)?.[1] ?? Number.NaN);
    return this.body(bytes.subarray(headEnd));
  }

  private body(bytes: Buffer): boolean {
    if (Number.isNaN(this.left)) {
      this.tail = (this.tail + bytes.subarray(-LAST_CHUNK.length).toString('latin1')).slice(-LAST_CHUNK.length);
      if (this.tail !== LAST_CHUNK) return false;
    } else {
      this.left -= bytes.length;
      if (this.left > 0) return false;
    }
    this.head = '';
    this.tail = '';
    return true;
  }
}
