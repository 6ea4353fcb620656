// The build of `npm start`, a process of its own: `node build.js https://localhost:3000`. Tells its parent how far it is
// (a number from 0 to 1) and 'built' when dist/ is whole; what it has learned for the next build it writes down after that.
const webpack = require('webpack');
const configure = require('../../webpack.config.js');

const [, , base] = process.argv;
const compiler = webpack(configure({ base, local: true }, { mode: 'production' }));
new webpack.ProgressPlugin((done) => process.send(done)).apply(compiler);

compiler.run((error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString('errors-only'));
    process.exitCode = 1;
  } else {
    process.send('built');
  }
  compiler.close(() => process.disconnect());
});
