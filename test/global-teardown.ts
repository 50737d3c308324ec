/** Stops the server that global-setup started. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer?.();
}
