export interface Problem { readonly code: string; readonly id: string; readonly message: string }
/** PLACEHOLDER, being written: replace this whole file. */
export async function checkGraph(_store: unknown): Promise<readonly Problem[]> { throw new Error('not written yet'); }
