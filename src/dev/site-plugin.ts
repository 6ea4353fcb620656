import { type Compilation, type Compiler } from 'webpack';
import { siteFiles, type SiteOptions } from './site';

/** Adds the pages, the metadata, the manifest and the pictures to webpack's output. */
export class SitePlugin {
  constructor(private readonly options: SiteOptions) {}

  apply({ hooks, webpack }: Compiler): void {
    // After the minimiser: a generated file is written as it was generated.
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
    hooks.thisCompilation.tap('SitePlugin', (compilation: Compilation) => {
      compilation.hooks.processAssets.tap({ name: 'SitePlugin', stage }, () => {
        for (const [path, content] of siteFiles(this.options)) {
          compilation.emitAsset(path, new webpack.sources.RawSource(content));
        }
      });
    });
  }
}
