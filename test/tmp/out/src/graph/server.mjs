import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Admission } from './admission.mjs';
import { apolloServer } from './apollo.mjs';
import { Connections } from './connections.mjs';
import { streamHandler } from './event-stream.mjs';
import { compiledExecution } from './execution.mjs';
import { requestHandler } from './paths.mjs';
import { socketServer } from './socket.mjs';
/** Longer than the idle time of the usual proxies, so that the proxy and not the hub ends an idle connection. */ const KEEP_ALIVE_MS = 65_000;
const REQUEST_MS = 30_000;
const SETTLE_MS = 250;
/**
 * Opens the HTTP edge: /graphql (HTTP and WebSocket), /graphql/stream (SSE), /healthz, /readyz, the explorer at /, and the
 * routes given. Rejects with one clear error when the address cannot be listened on.
 */ export async function openEdge(options) {
    const { schema, logger } = options;
    const execution = compiledExecution(schema, {
        logger,
        ...renewal(options)
    });
    const admission = new Admission(options);
    const apollo = apolloServer({
        schema,
        execution,
        admission,
        logger
    });
    await apollo.start();
    const server = createServer({
        requestTimeout: REQUEST_MS,
        keepAliveTimeout: KEEP_ALIVE_MS
    });
    const connections = new Connections(server);
    const parts = {
        schema,
        options,
        execution,
        admission,
        draining: ()=>connections.draining
    };
    const sockets = socketServer(parts);
    const stream = streamHandler(parts);
    const answer = requestHandler({
        ...parts,
        apollo,
        connections,
        stream
    });
    server.on('request', (request, response)=>void answer(request, response));
    server.on('upgrade', (request, socket, head)=>upgrade(sockets, request, socket, head));
    await listening(server, options);
    return running(server, sockets, connections, apollo, options);
}
function renewal({ renewContext }) {
    // The executor carries contexts without knowing their type; what it hands back is what `contextFor` made.
    return renewContext === undefined ? {} : {
        renewContext: (context)=>renewContext(context)
    };
}
function upgrade(sockets, request, socket, head) {
    // A client may hang up in the middle of its handshake; without a listener that would end the process.
    socket.on('error', ()=>socket.destroy());
    if (pathOf(request) !== '/graphql') {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
    }
    sockets.handleUpgrade(request, socket, head, (client)=>sockets.emit('connection', client, request));
}
function pathOf(request) {
    return (request.url ?? '/').split('?', 1)[0] ?? '/';
}
function listening(server, { host, port }) {
    return new Promise((resolve, reject)=>{
        server.once('error', (error)=>reject(listenError(error, host, port)));
        server.listen(port, host, ()=>resolve());
    });
}
function listenError(error, host, port) {
    const why = {
        EADDRINUSE: 'another process listens there. Stop it, or set PORT to a free port (0 takes any)',
        EACCES: 'the system does not allow this user to listen there. Set PORT to 1024 or above',
        EADDRNOTAVAIL: 'this machine has no such address. Set HOST to one of its own, such as 127.0.0.1'
    };
    return new Error(`Cannot listen on ${host}:${port}: ${why[error.code ?? ''] ?? error.message}.`, {
        cause: error
    });
}
function running(server, sockets, connections, apollo, options) {
    const { port } = server.address();
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    let drained;
    let closed;
    const stop = async ()=>{
        for (const client of sockets.clients)client.terminate();
        sockets.close();
        const over = server.listening ? connections.closeListener(0) : Promise.resolve();
        connections.destroy();
        await over;
        await apollo.stop();
    };
    return {
        url: `http://${host}:${port}`,
        port,
        drain: ()=>drained ??= drain(sockets, connections, options),
        close: ()=>closed ??= stop()
    };
}
/** In this order nobody is reset: balancers learn first, then clients are told to leave, then the door closes. */ async function drain(sockets, connections, options) {
    const end = Date.now() + options.graceMs;
    const left = ()=>Math.max(0, end - Date.now());
    options.logger.info({
        graceMs: options.graceMs
    }, 'draining');
    connections.startDraining();
    await pause(Math.min(options.settleMs ?? SETTLE_MS, left()));
    for (const client of sockets.clients)client.close(1001, 'Going away');
    connections.endStreams();
    await connections.settled(left());
    await connections.closeListener(left());
    options.logger.info({}, 'drained');
}
