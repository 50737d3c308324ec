/**
 * Maps a stream one item at a time, pulling only when asked (a slow reader holds back the source).
 * `return` goes to the source at once, also while an item is awaited: an async generator would wait for that item first,
 * and a quiet subscription would never end. A throw of the source or of `map` becomes `onError`'s last item, then the end.
 */
export function mappedStream<T, R>(
  source: AsyncIterable<T>,
  map: (item: T) => Promise<R>,
  onError: (error: unknown) => R,
): AsyncGenerator<R, void, void> {
  const iterator = source[Symbol.asyncIterator]();
  let over = false;
  const done: IteratorResult<R, void> = { value: undefined, done: true };
  const end = async (): Promise<IteratorResult<R, void>> => {
    over = true;
    await iterator.return?.();
    return done;
  };
  return {
    async next() {
      if (over) return done;
      try {
        const item = await iterator.next();
        if (item.done === true) {
          over = true;
          return done;
        }
        return { value: await map(item.value), done: false };
      } catch (error) {
        // A throw that follows a `return` is the source's way to end.
        if (over) return done;
        // The source may fail again while it closes; the first error is the one to tell.
        await end().catch(() => done);
        return { value: onError(error), done: false };
      }
    },
    return: end,
    async throw(error: unknown) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await end();
    },
  };
}
