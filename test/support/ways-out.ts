import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';

/** Something that has events, of which one says that a way out was found. */
interface Emitter {
  on(event: string, listener: (value: unknown) => void): unknown;
}

/** Resolves when an emitter says that it got through; rejects when it says that it did not. */
function through(emitter: Emitter, success: string): Promise<unknown> {
  return new Promise((found, failed) => {
    emitter.on(success, found);
    emitter.on('error', failed);
  });
}

/** Ways to the files of the machine. */
function fileWays(secret: string, project: string): Record<string, () => unknown> {
  const here = fileURLToPath(import.meta.url);
  return {
    'read a file': () => fs.readFileSync(secret),
    'read a file by promise': () => fs.promises.readFile(secret),
    'read a file in pieces': () => through(fs.createReadStream(secret), 'data'),
    'open a file': () => fs.openSync(secret, 'r'),
    'list a folder': () => fs.readdirSync(join(secret, '..')),
    'ask for a file': () => fs.statSync(secret),
    'read a file of the project that is no program': () => fs.readFileSync(join(project, 'README.md')),
    'read what the system says of the process': () => fs.readFileSync('/proc/self/environ'),
    'go through a folder it may read': () => fs.readFileSync(join(project, 'dist', '..', 'README.md')),
    'write a file': () => fs.writeFileSync(`${secret}.new`, 'x'),
    'change its own program': () => fs.appendFileSync(here, '\n'),
    'remove its own program': () => fs.unlinkSync(here),
    'make a folder': () => fs.mkdirSync(join(project, 'dist', 'made')),
    'link to a file': () => fs.symlinkSync(secret, join(project, 'dist', 'linked')),
    'load a file as a program': () => createRequire(import.meta.url)(secret),
    'import a file': () => import(secret),
  };
}

/** Ways to other processes and threads. */
function processWays(): Record<string, () => unknown> {
  return {
    'start a process': () =>
      childProcess.spawnSync(process.execPath, ['--version']).status ?? Promise.reject(new Error()),
    'start a process by shell': () => childProcess.execSync('true'),
    'start another of its kind': () => through(childProcess.fork(fileURLToPath(import.meta.url)), 'spawn'),
    'start a thread': () => through(new Worker('1', { eval: true }), 'online'),
    'end the hub': () => process.kill(process.ppid, 'SIGTERM'),
    'open a debugger': () => inspector.open(0, '127.0.0.1'),
    'load native code': () => process.dlopen({ exports: {} }, process.execPath),
    // oxlint-disable-next-line typescript/no-deprecated -- the way in that a parser could still take
    'bind to the inner parts': () => (process as unknown as { binding(name: string): object }).binding('tcp_wrap'),
  };
}

/** Datagrams without the function that makes them; types know its class as one that others make. */
const UdpSocket = dgram.Socket as unknown as new (type: string) => dgram.Socket;

/** Ways to the network; the ports are those of somebody who listens on this machine. */
function networkWays(tcp: number, udp: number): Record<string, () => unknown> {
  const url = `http://127.0.0.1:${tcp}/`;
  const resolver = new dns.promises.Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([`127.0.0.1:${udp}`]);
  const named = createRequire(import.meta.url);
  return {
    connect: () => through(net.connect(tcp, '127.0.0.1'), 'connect'),
    'create a connection': () => through(net.createConnection({ port: tcp, host: '127.0.0.1' }), 'connect'),
    'connect a socket': () => through(new net.Socket().connect(tcp, '127.0.0.1'), 'connect'),
    'connect by another name': () => through((named('net') as typeof net).connect(tcp, '127.0.0.1'), 'connect'),
    'connect by TLS': () => through(tls.connect(tcp, '127.0.0.1'), 'secureConnect'),
    listen: () => through(net.createServer().listen(0), 'listening'),
    'serve HTTP': () => through(http.createServer().listen(0, '127.0.0.1'), 'listening'),
    'ask by HTTP': () => through(http.get(url), 'response'),
    'ask by HTTP, by hand': () => through(new http.ClientRequest(url), 'response'),
    'ask by HTTPS': () => through(https.request(`https://127.0.0.1:${tcp}/`), 'response'),
    'ask by HTTP/2': () => through(http2.connect(url), 'connect'),
    fetch: () => fetch(url),
    'fetch from another realm': () => vm.runInThisContext(`fetch(${JSON.stringify(url)})`) as unknown,
    'look a name up': () => dns.promises.lookup('localhost'),
    'look a name up, called back': () => new Promise((found) => dns.lookup('localhost', found)),
    'resolve a name': () => dns.promises.resolve4('phoi-hop.invalid'),
    'resolve a name by a resolver': () => resolver.resolve4('phoi-hop.invalid'),
    'resolve a text by a resolver': () => resolver.resolveTxt('phoi-hop.invalid'),
    'send a datagram': () => new Promise((found) => dgram.createSocket('udp4').send('x', udp, '127.0.0.1', found)),
    'send a datagram by hand': () => new Promise((found) => new UdpSocket('udp4').send('x', udp, '127.0.0.1', found)),
  };
}

/** What an attempt came to: it went through, or what it was refused with. */
export type Attempted = Readonly<Record<string, string>>;

/** Tries every way out of a process that it should not have; `own` says that it can read what it may. */
export async function attempts([secret = '', project = '', tcp = '', udp = '']: readonly string[]): Promise<Attempted> {
  const ways: Record<string, () => unknown> = {
    ...fileWays(secret, project),
    ...processWays(),
    ...networkWays(Number(tcp), Number(udp)),
    own: () => fs.readFileSync(fileURLToPath(import.meta.url)),
    environment: () => {
      if (Object.keys(process.env).length === 0) throw new Error('There is nothing.');
    },
  };
  const came: Record<string, string> = {};
  for (const [name, go] of Object.entries(ways)) {
    try {
      await (go() as Promise<unknown>);
      came[name] = 'WENT THROUGH';
    } catch (fault) {
      came[name] = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
    }
  }
  return came;
}
