import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the service counts of itself, in Prometheus' text format. */
export interface Metrics {
  observe(route: string, status: number, seconds: number): void;
  /** Counts an answer that was given again. */
  remembered(): void;
  response(): Promise<Response>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'onrecord_' });
  const duration = new Histogram({
    name: 'onrecord_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const remembered = new Counter({
    name: 'onrecord_answers_remembered_total',
    help: 'Answers that were given again, because nothing had been recorded since.',
    registers: [registry],
  });
  return {
    remembered: () => remembered.inc(),
    observe: (route, status, seconds) => duration.observe({ route, status: String(status) }, seconds),
    response: async () =>
      new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } }),
  };
}
