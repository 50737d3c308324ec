/** Stops the server that global-setup started, and removes the programs it compiled. */
export default async function tearDown(): Promise<void> {
  const run = globalThis as { stopTestServer?: () => Promise<void>; removeTestPrograms?: () => void };
  await run.stopTestServer?.();
  run.removeTestPrograms?.();
}
