import { Refusal } from './refusal';

const streamed = (bytes: Uint8Array, through: CompressionStream | DecompressionStream) =>
  new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(through as unknown as TransformStream<Uint8Array, Uint8Array>)
    .getReader();

/** Exactly `size` bytes; what holds more or fewer, or is no deflated data, is damaged. */
export async function inflated(packed: Uint8Array, size: number, name: string): Promise<Uint8Array> {
  const result = new Uint8Array(size);
  const reader = streamed(packed, new DecompressionStream('deflate-raw'));
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) throw new Refusal('damaged', name);
      result.set(value, at);
      at += value.length;
    }
  } catch (problem) {
    reader.cancel().catch(() => undefined);
    throw problem instanceof Refusal ? problem : new Refusal('damaged', name);
  }
  if (at < size) throw new Refusal('damaged', name);
  return result;
}

export async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const reader = streamed(bytes, new CompressionStream('deflate-raw'));
  const parts: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    parts.push(value);
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
