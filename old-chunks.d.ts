export function removeOldChunks(dir: string, outputs: readonly string[], now: number): Promise<void>;
