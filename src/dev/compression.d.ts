declare module 'compression' {
  import type { RequestListener } from 'node:http';
  import type { BrotliOptions, ZlibOptions } from 'node:zlib';

  /** Answers as `next` does, packed for whoever can unpack it. */
  export default function compression(
    options: ZlibOptions & { brotli: BrotliOptions },
  ): (...args: [...Parameters<RequestListener>, next: () => void]) => void;
}
