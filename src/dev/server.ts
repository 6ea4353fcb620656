import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Where the folder appears on the server: '' is its root, '/team/rzrq' a path below it. */
  readonly path?: string;
  /** Given, the server speaks https. */
  readonly certificate?: Certificate | undefined;
}

export interface Server {
  /** Without a closing slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a folder to this machine alone. */
export async function serveFolder(
  folder: string,
  { port = 0, path = '', certificate }: ServeOptions = {},
): Promise<Server> {
  const listener = readOnly(below(path, packed(files(folder))));
  const server = certificate ? createHttps({ ...certificate }, listener) : createHttp(listener);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    // A certificate for localhost is not one for 127.0.0.1.
    url: `${certificate ? 'https://localhost' : 'http://127.0.0.1'}:${bound}${path}`,
    port: bound,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function files(folder: string): RequestListener {
  return sirv(folder, {
    dev: true,
    setHeaders(response) {
      // Excel on the web reads the metadata from another origin, and Office shows no icon that may not be stored.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'max-age=0, must-revalidate');
    },
  });
}

/** The embedded workbook is 7 MB, or 2 MB packed; on one machine quick packing is worth more than tight packing. */
function packed(listener: RequestListener): RequestListener {
  const pack = compression({ level: 1, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } });
  return (request, response) => pack(request, response, () => listener(request, response));
}

function readOnly(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') listener(request, response);
    else response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  };
}

function below(path: string, listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url?.startsWith(`${path}/`)) {
      request.url = request.url.slice(path.length);
      listener(request, response);
    } else {
      response.writeHead(404).end();
    }
  };
}

/** The first port from `from` on that nothing listens on, on neither of this machine's own addresses. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
  throw new Error(`No port from ${from} to ${from + 99} is free.`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket();
    // A machine without IPv6 has nobody on ::1.
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'),
    );
    socket.listen(port, host, () => socket.close(() => resolve(true)));
  });
}
