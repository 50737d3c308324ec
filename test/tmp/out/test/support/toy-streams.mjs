/** Text that must never reach a caller. */ export const SECRET = 'select secret from pg_shadow at /srv/hub/secret.ts:1';
/** Counts from 1. */ export async function* count(to) {
    for(let value = 1; value <= to; value++)yield value;
}
/** One event, then a fault. */ export async function* failing() {
    yield 1;
    throw new Error(SECRET);
}
/** One event, then silence until the reader leaves. */ export function quiet() {
    let first = true;
    let wake = ()=>undefined;
    const over = {
        value: undefined,
        done: true
    };
    return {
        next: ()=>{
            if (!first) return new Promise((resolve)=>wake = resolve);
            first = false;
            return Promise.resolve({
                value: 1,
                done: false
            });
        },
        return: ()=>{
            toyLeft.count += 1;
            wake(over);
            return Promise.resolve(over);
        },
        throw: (error)=>Promise.reject(error instanceof Error ? error : new Error(String(error))),
        [Symbol.asyncIterator] () {
            return this;
        },
        [Symbol.asyncDispose]: ()=>Promise.resolve()
    };
}
/** How many readers of `quiet` have left: a stream that is not closed leaks. */ export const toyLeft = {
    count: 0
};
