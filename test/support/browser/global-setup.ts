import { canUnpack, unpackChromium } from './unpack';

/** Test files start browsers side by side; the browser is unpacked once before. */
export default function unpackOnce(): void {
  if (canUnpack) unpackChromium();
}
