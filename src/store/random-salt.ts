import { randomBytes } from 'node:crypto';

/** 32 bytes that nobody can guess, in hex. */
export const randomSalt = (): string => randomBytes(32).toString('hex');
