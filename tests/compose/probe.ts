import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Runs a container's health command on this machine, with a free port for 4000, and answers its exit code. The
 * server at that port answers /readyz with `status`; null is nobody there.
 */
export async function exitCodeOfProbe(command: readonly string[], status: number | null): Promise<number> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/readyz' ? (status ?? 500) : 404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = String((server.address() as AddressInfo).port);
  if (status === null) {
    server.close();
    await once(server, 'close');
  }
  try {
    const [, ...rest] = command.map((part) => part.replaceAll(':4000/', `:${port}/`));
    // The container's `node` is the one that runs this.
    const child = spawn(process.execPath, rest, { stdio: 'ignore', env: { PORT: port } });
    const [code] = await once(child, 'exit');
    return Number(code);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
