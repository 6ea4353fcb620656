import type { Compilation, Compiler, Module } from 'webpack';
import { licencesText, packagesOf } from './licences';

/** Adds licences.txt: whose code is in the bundles, read from the modules that are, and in the files served beside them. */
export class LicencesPlugin {
  constructor(private readonly beside: readonly string[] = []) {}

  apply({ hooks, webpack }: Compiler): void {
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
    hooks.thisCompilation.tap('LicencesPlugin', (compilation: Compilation) => {
      compilation.hooks.processAssets.tap({ name: 'LicencesPlugin', stage }, () => {
        const files = [...compilation.modules].flatMap(filesOf);
        compilation.emitAsset(
          'licences.txt',
          new webpack.sources.RawSource(licencesText(packagesOf([...files, ...this.beside]))),
        );
      });
    });
  }
}

/** The file of a module, or of all that were joined into it, or the style sheet it was made of. */
function filesOf(
  module: Module & { readonly resource?: string; readonly modules?: readonly Module[] },
): readonly string[] {
  if (module.modules) return module.modules.flatMap(filesOf);
  const path = module.resource ?? module.identifier().split('!').pop()!;
  return path.includes('node_modules') ? [path.replace(/[?|].*$/, '')] : [];
}
