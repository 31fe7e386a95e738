import { it, inject } from 'vitest';
import { readSeed } from '../seed/seed-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { apiOf, apiOver } from './api.ts';
eachEngine((name, open) => {
  const api = apiOver(open, readSeed);
  it('times', async () => {
    const reader = new Proxy(api().store.reader, { get(t, k) { const f = Reflect.get(t, k); return typeof f !== 'function' ? f : async (...a: unknown[]) => { const t0 = performance.now(); try { return await f.apply(t, a); } finally { console.log(name, String(k), (performance.now() - t0).toFixed(0)); } }; } });
    const timed = apiOf(reader);
    for (const q of [
      '{ assertions(first: 40) { edges { node { cue } } } }',
      '{ claims(first: 40) { edges { node { slug } } } }',
      '{ claims(first: 40) { edges { node { headline } } } }',
      '{ claims(first: 40) { edges { node { whoSaid { edges { node { cue } } } } } } }',
      '{ claims(first: 40) { edges { node { howDoWeKnow { edges { node { complete } } } } } } }',
      '{ claims(first: 40) { edges { node { graph { truncated } } } } }',
      '{ claims(first: 40) { edges { node { relations { edges { node { kind } } } } } } }',
    ]) for (let i = 0; i < 3; i++) { console.log(q, i); await timed.data(q); }
  }, 300000);
});
