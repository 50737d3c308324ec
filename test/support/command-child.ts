// Serves one command in the folder of its first argument until it is killed.
import { serveCommands } from '../../src/command-socket.ts';

const [dataDir = ''] = process.argv.slice(2);
const server = await serveCommands(dataDir, {
  wait: async (_request, output) => {
    await output.progress('waiting');
    return new Promise<number>(() => undefined);
  },
});
process.stdout.write(`${server?.path}\n`);
