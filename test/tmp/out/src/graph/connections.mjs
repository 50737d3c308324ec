/** Knows which requests are in flight, and ends a server without resetting anybody who is being answered. */ export class Connections {
    #server;
    #answering = new Set();
    #streams = new Set();
    #sockets = new Set();
    #waiting = new Set();
    #draining = false;
    constructor(server){
        this.#server = server;
        server.on('connection', (socket)=>{
            this.#sockets.add(socket);
            socket.once('close', ()=>this.#sockets.delete(socket));
        });
    }
    get draining() {
        return this.#draining;
    }
    /** Counts a response as in flight until it is sent or its caller is gone. */ track(response) {
        this.#answering.add(response);
        if (this.#draining) farewell(response);
        response.once('close', ()=>this.#over(response));
    }
    /** Marks a tracked response as a stream: it is ended by `endStreams` and not waited for. */ stream(response) {
        if (this.#answering.delete(response)) this.#streams.add(response);
        this.#wake();
    }
    /** From now on every answer carries `Connection: close`, also those in flight whose head is not sent. */ startDraining() {
        this.#draining = true;
        for (const response of this.#answering)farewell(response);
    }
    /** Ends the streams without a farewell event, so that their clients come again. */ endStreams() {
        for (const response of this.#streams)response.end();
    }
    /** Resolves when nothing is in flight, at the latest after `milliseconds`. */ settled(milliseconds) {
        return new Promise((resolve)=>{
            const over = ()=>{
                clearTimeout(timer);
                this.#waiting.delete(check);
                resolve();
            };
            const check = ()=>void (this.#answering.size === 0 && over());
            const timer = setTimeout(over, milliseconds);
            this.#waiting.add(check);
            check();
        });
    }
    /** Stops listening, closes idle connections, and after `milliseconds` whatever is left. */ closeListener(milliseconds) {
        return new Promise((resolve)=>{
            const timer = setTimeout(()=>this.destroy(), milliseconds);
            this.#server.close(()=>{
                clearTimeout(timer);
                resolve();
            });
            this.#server.closeIdleConnections();
        });
    }
    /** Drops every connection at once, upgraded ones too. */ destroy() {
        for (const socket of this.#sockets)socket.destroy();
    }
    #over(response) {
        this.#answering.delete(response);
        this.#streams.delete(response);
        this.#wake();
    }
    #wake() {
        for (const check of this.#waiting)check();
    }
}
function farewell(response) {
    if (!response.headersSent) response.setHeader('connection', 'close');
}
