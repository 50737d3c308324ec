import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  callRunningHub,
  type CommandHandler,
  type CommandMessage,
  type CommandServer,
  serveCommands,
} from '../../src/command-socket.ts';
import { startChild } from '../support/child.ts';

let dataDir = '';
let server: CommandServer | null = null;

const echo: CommandHandler = async ({ args, cwd }, output) => {
  await output.progress('Đang đọc …');
  for (const arg of args) await output.line(`${cwd}: ${arg}`);
  return args.length;
};

async function serve(handlers: Record<string, CommandHandler>): Promise<CommandServer> {
  server = await serveCommands(dataDir, handlers);
  if (!server) throw new Error('another hub answers in a folder of this test alone');
  return server;
}

async function call(
  command: string,
  args: string[] = [],
): Promise<{ code: number | null; messages: CommandMessage[] }> {
  const messages: CommandMessage[] = [];
  const code = await callRunningHub(dataDir, { command, args, cwd: '/srv' }, (message) => void messages.push(message));
  return { code, messages };
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-cli-'));
});

afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the command socket', () => {
  it('carries a command there and its messages back in order, whatever they hold', async () => {
    server = await serveCommands(dataDir, { echo });
    expect(
      await call('echo', ['báo cáo 6 tháng\n(bản 2)', '']).then(({ code, messages }) => ({ code, messages })),
    ).toEqual({
      code: 2,
      messages: [
        { progress: 'Đang đọc …' },
        { line: '/srv: báo cáo 6 tháng\n(bản 2)' },
        { line: '/srv: ' },
        { exit: 2 },
      ],
    });
  });

  it('answers null when no hub runs, be there no socket or a dead one', async () => {
    expect((await call('echo')).code).toBeNull();
    const child = startChild('command-child.ts', [dataDir]);
    const path = await child.line();
    child.kill('SIGKILL');
    await child.ended;
    expect(existsSync(path)).toBe(true);
    expect((await call('echo')).code).toBeNull();
    expect(existsSync(path)).toBe(false);
  }, 60_000);

  it('takes the place of a killed hub, and not of a living one', async () => {
    const child = startChild('command-child.ts', [dataDir]);
    await child.line();
    expect(await serveCommands(dataDir, { echo })).toBeNull();
    child.kill('SIGKILL');
    await child.ended;
    server = await serveCommands(dataDir, { echo });
    expect((await call('echo')).code).toBe(0);
  }, 60_000);

  it('is closed to other users', async () => {
    server = await serveCommands(dataDir, { echo });
    expect(statSync(join(dataDir, 'hub.sock')).mode & 0o777).toBe(0o600);
  });

  it('tells what a command threw, with code 1, and what it does not know, with code 2', async () => {
    server = await serveCommands(dataDir, { fail: () => Promise.reject(new Error('Không có tệp')) });
    expect(await call('fail')).toEqual({ code: 1, messages: [{ error: 'Không có tệp' }, { exit: 1 }] });
    const unknown = await call('constructor');
    expect(unknown.code).toBe(2);
    expect(JSON.stringify(unknown.messages[0])).toContain('it has: fail');
  });

  it('rejects when the hub is killed before the command ends', async () => {
    const child = startChild('command-child.ts', [dataDir]);
    await child.line();
    const call = callRunningHub(dataDir, { command: 'wait', args: [], cwd: '/' }, () => child.kill('SIGKILL'));
    await expect(call).rejects.toThrow('The running hub ended before "wait" did.');
  }, 60_000);

  it('tells a command that its caller went away, or that the hub stops', async () => {
    const began: AbortSignal[] = [];
    const untilGone: CommandHandler = (_request, { gone }) =>
      new Promise((end) => {
        began.push(gone);
        gone.addEventListener('abort', () => end(7));
      });
    const hub = await serve({ untilGone });
    const caller = connect(hub.path);
    caller.write(`${JSON.stringify({ command: 'untilGone', args: [], cwd: '/' })}\n`);
    while (began.length === 0) await new Promise((next) => setImmediate(next));
    caller.destroy();
    while (began[0]?.aborted === false) await new Promise((next) => setImmediate(next));
    const second = call('untilGone');
    while (began.length === 1) await new Promise((next) => setImmediate(next));
    await hub.close();
    expect((await second).code).toBe(7);
    expect(existsSync(join(dataDir, 'hub.sock'))).toBe(false);
  });

  it('closes in spite of a caller that says nothing', async () => {
    const hub = await serve({ echo });
    const mute = connect(hub.path);
    await new Promise<void>((open) => mute.once('connect', () => open()));
    await hub.close();
    mute.destroy();
  });

  it('answers nonsense and endless requests with an error instead of dying', async () => {
    const { path } = await serve({ echo });
    const talk = (text: string): Promise<string> =>
      new Promise((done) => {
        let heard = '';
        const socket = connect(path, () => socket.write(text));
        socket.on('data', (part) => (heard += part.toString()));
        socket.on('error', () => undefined);
        socket.on('close', () => done(heard));
      });
    expect(await talk('GET / HTTP/1.1\r\n')).toContain('"exit":1');
    expect(await talk('{"command":"echo","args":"x","cwd":"/"}\n')).toContain('A command must be one line of JSON');
    expect(await talk('null\n')).toContain('A command must be one line of JSON');
    await talk('x'.repeat(3_000_000));
    expect((await call('echo', ['a'])).code).toBe(1);
  });

  it('lies in a short folder, named beside the data, when the path is too long for a socket', async () => {
    const root = dataDir;
    dataDir = join(root, 'x'.repeat(90));
    const hub = await serve({ echo });
    expect(readFileSync(join(dataDir, 'hub.sock.path'), 'utf8').trim()).toBe(hub.path);
    expect((await call('echo', ['a', 'b'])).code).toBe(2);
    await hub.close();
    expect(existsSync(hub.path)).toBe(false);
    expect((await call('echo')).code).toBeNull();
    dataDir = root;
  });
});
