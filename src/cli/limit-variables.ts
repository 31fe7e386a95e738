import { z } from 'zod';
import { addressRange } from '../server/client-address.ts';
import type { GateLimits } from '../server/gate-limits.ts';

function whole(least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
}

/** The variables that say what one caller may cost. */
export const limitVariables = {
  ONRECORD_REQUEST_SECONDS: whole(1, 600).default(30),
  ONRECORD_BODY_KB: whole(1, 65_536).default(128),
  ONRECORD_RECORDER_BODY_KB: whole(1, 65_536).default(2_048),
  ONRECORD_CALLER_RATE: whole(1, 1_000_000_000).default(300_000),
  ONRECORD_ADDRESS_RATE: whole(1, 1_000_000_000).default(300_000),
  ONRECORD_FAILED_RATE: whole(1, 1_000_000_000).default(300),
  ONRECORD_RUNNING: whole(1, 10_000).default(64),
  ONRECORD_WAITING: whole(0, 100_000).default(512),
  ONRECORD_RUNNING_POINTS: whole(1, 1_000_000).default(400),
  ONRECORD_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine((parts) => parts.every((part) => addressRange(part) !== null), {
      error: 'expected addresses and ranges such as 127.0.0.1, 10.0.0.0/8, joined by commas',
    }),
};

type Read = z.output<z.ZodObject<typeof limitVariables>>;

export function limitsOf(read: Read): GateLimits {
  return {
    bodyBytes: read.ONRECORD_BODY_KB * 1024,
    recorderBodyBytes: read.ONRECORD_RECORDER_BODY_KB * 1024,
    callerRate: read.ONRECORD_CALLER_RATE,
    addressRate: read.ONRECORD_ADDRESS_RATE,
    failedRate: read.ONRECORD_FAILED_RATE,
    running: read.ONRECORD_RUNNING,
    waiting: read.ONRECORD_WAITING,
    runningPoints: read.ONRECORD_RUNNING_POINTS,
    trustedProxies: read.ONRECORD_TRUSTED_PROXIES,
  };
}
