import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** What a process that reads untrusted files says to whoever asks for the network or reaches for another process. */
function refuse(): never {
  throw new Error('The process that reads files has no network and no other processes.');
}

/** Ways out by their names; of prototypes too, because a class can be had without its module's functions. */
const WAYS_OUT: readonly (readonly [from: object, named: RegExp])[] = [
  [net.Socket.prototype, /^connect$/],
  [net.Server.prototype, /^listen$/],
  [dgram.Socket.prototype, /^(?:bind|connect|send)$/],
  [dns.Resolver.prototype, /^(?:resolve|reverse)/],
  [dns.promises.Resolver.prototype, /^(?:resolve|reverse)/],
  [dns, /^(?:lookup|resolve|reverse)/],
  [dns.promises, /^(?:lookup|resolve|reverse)/],
  [dgram, /^createSocket$/],
  [net, /^(?:connect|createConnection)$/],
  [tls, /^connect$/],
  [http, /^(?:get|request)$/],
  [https, /^(?:get|request)$/],
  [http2, /^connect$/],
  [globalThis, /^(?:fetch|WebSocket|EventSource)$/],
  // The hub is another process of the same user.
  [process, /^_?kill$/],
];

/**
 * Takes the network away from this process, whatever a file or a parser asks for: sockets, names, datagrams, requests.
 * Node's permission model, under which it is started, keeps it from files, processes and threads, but from the
 * network only from Node 25 on, and never from sending signals.
 */
export function shutOff(): void {
  for (const [from, named] of WAYS_OUT) {
    for (const name of Object.getOwnPropertyNames(from))
      if (named.test(name)) Object.defineProperty(from, name, { value: refuse });
  }
  syncBuiltinESMExports();
}
