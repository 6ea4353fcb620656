// What `npm start` and `npm stop` do, told apart from the machine they do it on.
import type { Certificate } from './server';

/** The machine: its own deeds are in machine.ts, a recording stand-in's in the tests. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  say(line: string): void;
  /** The first free port from the given one on. */
  freePort(from: number): Promise<number>;
  /** Builds dist/ for an add-in served at `base` and shows how far it is. */
  build(base: string): Promise<void>;
  serve(port: number, certificate: Certificate | undefined): Promise<void>;
  openBrowser(address: string): void;
  hasExcel(): boolean;
  /** A certificate for localhost that this machine trusts; made and trusted on first use. */
  certificate(): Promise<Certificate>;
  /** Registers dist/manifest.xml with Excel and starts Excel with it. */
  sideload(): Promise<void>;
  unregister(): Promise<void>;
  /** Whether this machine trusts the certificate that `certificate` makes. */
  trusted(): Promise<boolean>;
  /** Takes that trust away again and deletes the certificate. */
  distrust(): Promise<void>;
  /** A person's yes; no where there is nobody to ask. */
  confirm(question: string): Promise<boolean>;
}

export interface StartOptions {
  readonly port: number;
  /** False prints addresses and opens nothing, neither a browser nor Excel. */
  readonly open: boolean;
  /** False serves dist/ as it is. */
  readonly build: boolean;
}

const BY_HAND: Partial<Record<NodeJS.Platform, string>> = {
  win32:
    'Share the dist folder on the network, add it in Excel under File > Options > Trust Center > Trusted Add-in Catalogs, then choose Insert > My Add-ins > Shared Folder.',
  darwin:
    'Copy dist/manifest.xml to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef, restart Excel and choose Insert > My Add-ins.',
};

const TAKE_AWAY = '"npx office-addin-dev-certs uninstall" takes the trust away at any time.';

/** Builds, serves and opens the embedded workbook, and where there is desktop Excel loads the add-in into it. */
export async function start(machine: Machine, { port: wanted, open, build }: StartOptions): Promise<void> {
  if (build) machine.say('Building the add-in and the workbook; the first time takes longest.');
  const port = await machine.freePort(wanted);
  if (build) await machine.build(`https://localhost:${port}`);

  const certificate = open ? await certificateForExcel(machine) : undefined;
  await machine.serve(port, certificate);

  const address = `${certificate ? 'https' : 'http'}://localhost:${port}/`;
  machine.say(`The workbook is at ${address} (Ctrl+C stops serving it).`);
  if (!open) return;
  machine.openBrowser(address);
  if (certificate) await loadIntoExcel(machine);
}

/** Takes the add-in out of Excel again, and the trust in its certificate away if the person at the machine says so. */
export async function stop(machine: Machine): Promise<void> {
  if (!BY_HAND[machine.platform]) {
    machine.say('Excel is not on this system, so there is nothing to take out of it.');
    return;
  }
  try {
    await machine.unregister();
    machine.say('The add-in is no longer registered with Excel.');
  } catch (error) {
    machine.say(`The add-in could not be unregistered: ${reason(error)}`);
  }
  await offerDistrust(machine);
}

async function offerDistrust(machine: Machine): Promise<void> {
  try {
    if (!(await machine.trusted())) return;
    machine.say('This machine still trusts the certificate for localhost that "npm start" asked for.');
    machine.say('Other Office add-ins that are developed on this machine use the same one.');
    if (await machine.confirm('Take the trust away and delete the certificate?')) {
      await machine.distrust();
      machine.say('The certificate is no longer trusted and is deleted.');
    } else {
      machine.say(`It stays. ${TAKE_AWAY}`);
    }
  } catch (error) {
    machine.say(`The trust could not be taken away: ${reason(error)}`);
    machine.say(TAKE_AWAY);
  }
}

async function certificateForExcel(machine: Machine): Promise<Certificate | undefined> {
  if (!BY_HAND[machine.platform]) {
    machine.say('Excel is not on this system; the workbook in the browser has the same functions.');
    return undefined;
  }
  if (!machine.hasExcel()) {
    machine.say('Desktop Excel was not found; the workbook in the browser has the same functions.');
    return undefined;
  }
  machine.say('Excel loads add-ins over https only. If you are asked now, it is to trust a certificate for localhost,');
  machine.say('made on this machine for this machine; "npm stop" offers to take that trust away again.');
  try {
    return await machine.certificate();
  } catch (error) {
    machine.say(`Without the certificate Excel cannot load the add-in: ${reason(error)}`);
    machine.say(
      'Run "npm start" again to be asked again. Until then the workbook in the browser has the same functions.',
    );
    return undefined;
  }
}

async function loadIntoExcel(machine: Machine): Promise<void> {
  try {
    await machine.sideload();
    machine.say('Excel starts with the add-in on its RZRQ tab; "npm stop" takes it out again.');
  } catch (error) {
    machine.say(`The add-in could not be loaded into Excel: ${reason(error)}`);
    machine.say(`To load it by hand: ${BY_HAND[machine.platform]}`);
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
