/** What the probes ask of the store. */
export interface Readiness {
  /** Resolves when the store answers and is migrated; throws otherwise. */
  check(): Promise<void>;
  /** True from the moment that the process was asked to stop. */
  stopping(): boolean;
}

function answer(status: number, body: object): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** Whether the process is alive; it says nothing of the store. */
export function healthz(): Response {
  return answer(200, { status: 'ok' });
}

/**
 * Whether requests can be served: the store answers and is migrated, and the process is not stopping. 503 otherwise,
 * with a reason that names no address.
 */
export async function readyz(readiness: Readiness, limitMs = 1_500): Promise<Response> {
  if (readiness.stopping()) return answer(503, { status: 'stopping' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the store did not answer in time')), limitMs);
  });
  try {
    await Promise.race([readiness.check(), late]);
    return answer(200, { status: 'ready' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'STORE_UNREACHABLE';
    return answer(503, { status: 'not ready', reason: code });
  } finally {
    clearTimeout(timer);
  }
}
