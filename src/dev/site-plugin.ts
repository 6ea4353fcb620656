import { type Compilation, type Compiler } from 'webpack';
import { definitions } from '../functions/index';
import { words } from '../functions/words';
import { namesWorkbooks } from '../generate/names/files';
import { sampleWorkbook } from '../generate/samples/workbook';
import { siteFiles, type SiteOptions } from './site';

const SAMPLES = { 'samples/rzrq-samples.xlsx': 'zh', 'samples/rzrq-samples-en.xlsx': 'en' } as const;

/** Adds the pages, the metadata, the manifest, the pictures and the sample workbooks to webpack's output. */
export class SitePlugin {
  /** They hold nothing of the options, so one making serves every build that follows a change. */
  private samples: Promise<readonly (readonly [path: string, file: Uint8Array])[]> | undefined;

  constructor(private readonly options: SiteOptions) {}

  apply({ hooks, webpack }: Compiler): void {
    // After the minimiser: a generated file is written as it was generated.
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
    hooks.thisCompilation.tap('SitePlugin', (compilation: Compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'SitePlugin', stage }, async () => {
        this.samples ??= Promise.all([
          ...Object.entries(SAMPLES).map(async ([path, language]) => [path, await sampleWorkbook(language)] as const),
          ...namesWorkbooks(definitions, words),
        ]);
        for (const [path, content] of [...siteFiles(this.options), ...(await this.samples)]) {
          compilation.emitAsset(path, new webpack.sources.RawSource(Buffer.from(content)));
        }
      });
    });
  }
}
