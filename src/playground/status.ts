// The line under the bar: words about the selected cell, or what to do next. It has one height, so that the sheet below
// never moves under the mouse; what is too long opens on request.
import type { Language } from '../language';
import { LESS, MORE } from './words';

/** Something that a message offers to do. */
export interface Offer {
  readonly text: string;
  readonly label: string;
  act(): void;
}

const line = document.getElementById('status')!;
const more = document.getElementById('status-more') as HTMLButtonElement;
const apply = document.getElementById('status-apply') as HTMLButtonElement;
let offered: Offer | undefined;

export function statusLine(language: Language): void {
  more.addEventListener('click', () => open(more.getAttribute('aria-expanded') !== 'true'));
  apply.addEventListener('click', () => offered?.act());
  new ResizeObserver(measure).observe(line);

  function open(opened: boolean): void {
    more.setAttribute('aria-expanded', String(opened));
    more.textContent = (opened ? LESS : MORE)[language];
    line.classList.toggle('open', opened);
  }

  function measure(): void {
    more.hidden = !line.classList.contains('open') && line.scrollWidth <= line.clientWidth;
  }

  show = (text, wrong, offer) => {
    offered = offer;
    apply.hidden = !offer;
    apply.textContent = offer?.label ?? '';
    const whole = [text, offer?.text].filter(Boolean).join(' ');
    if (line.textContent !== whole) {
      line.textContent = whole;
      open(false);
    }
    line.parentElement!.classList.toggle('wrong', wrong);
    measure();
  };
}

let show = (text: string, wrong: boolean, _offer?: Offer): void => {
  line.textContent = text;
  line.parentElement!.classList.toggle('wrong', wrong);
};

export function setStatus(text: string, wrong: boolean, offer?: Offer): void {
  show(text, wrong, offer);
}
