// Files that name the address of the site, made for the one where it lies: whoever serves the folder needs no tools for it.

/** Where the manifest says that it is served. */
const BASE = /DefaultValue="([^"]+)\/taskpane\.html"/;

export function offerFiles(offer: HTMLElement): void {
  const here = new URL('..', location.href).href.replace(/\/$/, '');
  // Excel takes no other.
  const canBe = location.protocol === 'https:';
  offer.hidden = false;
  offer.querySelector('.address')!.textContent = here;
  offer.querySelector<HTMLElement>('.needs')!.hidden = canBe;
  for (const button of offer.querySelectorAll<HTMLButtonElement>('[data-file]')) {
    button.disabled = !canBe;
    button.addEventListener('click', () => void download(here, button.dataset['file']!));
  }
}

async function download(here: string, file: string): Promise<void> {
  const text = async (path: string) => (await fetch(`${here}/${path}`, { cache: 'no-store' })).text();
  const base = BASE.exec(await text('manifest.xml'))![1]!;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([(await text(file)).split(base).join(here)]));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
