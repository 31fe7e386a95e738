import type { Sizes } from './lane-columns.ts';
import type { Messages } from './messages.ts';

/** What both layouts are given. */
export interface LayoutContext {
  readonly width: number;
  readonly sizes: Sizes;
  readonly language: string;
  readonly messages: Messages;
  /** Where the header ends and the picture may begin. */
  readonly top: number;
}
