import type { WebpackPluginInstance } from 'webpack';

export const MINIMIZER: object;
export function fast(): WebpackPluginInstance;
