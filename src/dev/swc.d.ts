import type { Options } from '@swc/core';

export interface Wanted {
  readonly syntax?: 'typescript' | 'ecmascript';
  readonly target: 'es2018' | 'es2022';
  readonly module?: 'es6' | 'commonjs';
}

export default function swcOptions(wanted: Wanted): Options;
