/**
 * Loaded by `--import` into each server that is measured, beside whatever it is: tells its parent, when asked, what it
 * has used so far. A round trip is a turn of the talk with the store: something sent after something was heard.
 */
import { Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** By how many milliseconds a timer came later than it was due, on the process's main thread. */
export interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Usage {
  /** CPU time of the process, user and system, in milliseconds. */
  readonly cpu: number;
  /** What it holds, in megabytes. */
  readonly memory: number;
  readonly roundTrips: number;
  /** Since it told last. */
  readonly delay: Delay;
}

const storePort = Number(process.env['BENCH_STORE_PORT']);
/** Of each connection to the store: whether the last thing on it was sent. */
const asking = new WeakMap<Socket, boolean>();
let roundTrips = 0;

const { write, push } = Socket.prototype;
Socket.prototype.write = function (this: Socket, ...sent: unknown[]) {
  if (this.remotePort === storePort && asking.get(this) !== true) {
    asking.set(this, true);
    roundTrips++;
  }
  return Reflect.apply(write, this, sent);
} as typeof write;
Socket.prototype.push = function (this: Socket, ...heard: unknown[]) {
  if (asking.get(this) === true) asking.set(this, false);
  return Reflect.apply(push, this, heard);
} as typeof push;

/** How long the timer is set for, in milliseconds; what is told by the system is how long it took. */
const DUE_IN = 10;
const taken = monitorEventLoopDelay({ resolution: DUE_IN });
taken.enable();

function delaySinceLast(): Delay {
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - DUE_IN);
  const delay = { p50: late(taken.percentile(50)), p99: late(taken.percentile(99)), max: late(taken.max) };
  taken.reset();
  return delay;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = {
    cpu: (user + system) / 1_000,
    memory: process.memoryUsage.rss() / 2 ** 20,
    roundTrips,
    delay: delaySinceLast(),
  };
  process.send?.(usage);
});
// Whether the parent still listens is no reason to stay.
process.channel?.unref();
