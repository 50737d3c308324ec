import { createRequire } from 'node:module';
function isPromise(value) {
    return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
function settle(context, promise, onSuccess, onError) {
    context.promiseCounter += 1;
    const end = (step)=>{
        step();
        context.promiseCounter -= 1;
        if (context.promiseCounter === 0) context.resolve(context);
    };
    promise.then((result)=>end(()=>attempt(result, onSuccess, onError)), (error)=>end(()=>onError(error)));
}
function attempt(result, onSuccess, onError) {
    try {
        onSuccess(result);
    } catch (error) {
        onError(error);
    }
}
/** A list item that failed is handed on as an Error value, which the compiled code turns into null at the item's own index. */ function asError(error) {
    return error instanceof Error ? error : new Error(String(error));
}
let guarded = false;
/**
 * Mends two faults of graphql-jit 0.8.9 in its runtime object (which it shares with all compiled code), once a process:
 * - a throw while a result is completed (a `resolveType` or getter that throws) became an unhandled rejection, which ends
 *   the process, and the request hung; it is now an error at the field, as in graphql-js;
 * - a rejected promise inside a list of promises was appended at the end of the list, so that items moved or were lost.
 * Fails with a clear error when the library no longer has this shape.
 */ export function guardJitRuntime() {
    if (guarded) return;
    // graphql-jit's ES entry loads its CommonJS files, so the runtime in use is the CommonJS one.
    const loaded = createRequire(import.meta.url)('graphql-jit/dist/runtime');
    const runtime = loaded.jitRuntime;
    if (typeof runtime?.handleResolverResult !== 'function' || typeof runtime.handleListItemResult !== 'function') {
        throw new Error("graphql-jit has changed: its runtime has no 'handleResolverResult'/'handleListItemResult'. Expected version 0.8.9; see jit-guard.ts.");
    }
    runtime.handleResolverResult = (context, value, onSuccess, onError)=>{
        if (isPromise(value)) settle(context, value, onSuccess, onError);
        else attempt(value, onSuccess, onError);
    };
    runtime.handleListItemResult = (context, item, onSuccess, onError)=>{
        const failed = (error)=>attempt(asError(error), onSuccess, onError);
        if (isPromise(item)) settle(context, item, onSuccess, failed);
        else attempt(item, onSuccess, failed);
    };
    guarded = true;
}
