// What is said about a file, until something else is or it is closed.
import type { Language } from '../../language';

export type Remark = (text: string, wrong: boolean) => void;

const CLOSE = { zh: '关闭', en: 'Close' };

export function remarkLine(language: Language): Remark {
  const bar = document.getElementById('remark')!;
  const words = document.getElementById('remark-text')!;
  const close = document.getElementById('remark-close')!;
  close.setAttribute('aria-label', CLOSE[language]);
  close.addEventListener('click', () => (bar.hidden = true));
  return (text, wrong) => {
    bar.hidden = false;
    bar.classList.toggle('wrong', wrong);
    words.textContent = text;
  };
}
