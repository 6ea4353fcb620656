// The engine's own controls have no names, and some roles that no reader knows; they are put right as they appear.
import type { Language, Text } from '../language';

const COMMANDS: Readonly<Record<string, Text>> = {
  'univer.command.undo': { en: 'Undo', zh: '撤销' },
  'univer.command.redo': { en: 'Redo', zh: '恢复' },
  'sheet.command.set-once-format-painter': { en: 'Format painter', zh: '格式刷' },
  'sheet.command.clear-selection-all': { en: 'Clear', zh: '清除' },
  'sheet.command.set-range-font-family': { en: 'Font', zh: '字体' },
  'sheet.command.set-range-fontsize': { en: 'Font size', zh: '字号' },
  'sheet.command.set-range-font-increase': { en: 'Larger font', zh: '增大字号' },
  'sheet.command.set-range-font-decrease': { en: 'Smaller font', zh: '减小字号' },
  'sheet.command.set-range-bold': { en: 'Bold', zh: '加粗' },
  'sheet.command.set-range-italic': { en: 'Italic', zh: '倾斜' },
  'sheet.command.set-range-underline': { en: 'Underline', zh: '下划线' },
  'sheet.command.set-range-stroke': { en: 'Strikethrough', zh: '删除线' },
  'sheet.command.set-range-text-color': { en: 'Text colour', zh: '文字颜色' },
  'sheet.command.set-background-color': { en: 'Fill colour', zh: '填充颜色' },
  'sheet.command.set-border-basic': { en: 'Borders', zh: '边框' },
  'sheet.command.set-horizontal-text-align': { en: 'Horizontal alignment', zh: '水平对齐' },
  'sheet.command.set-vertical-text-align': { en: 'Vertical alignment', zh: '垂直对齐' },
  'sheet.command.toggle-gridlines': { en: 'Gridlines', zh: '网格线' },
};
const ZOOM: Text = { en: 'Zoom', zh: '缩放' };
const ZOOM_OUT: Text = { en: 'Zoom out', zh: '缩小' };
const ZOOM_IN: Text = { en: 'Zoom in', zh: '放大' };
const NAME_BOX: Text = { en: 'Name box', zh: '名称框' };
const ALL_NAMES: Text = { en: 'Names', zh: '名称' };
const FORMULA_BAR: Text = { en: 'Expand the formula bar', zh: '展开编辑栏' };
const NEW_SHEET: Text = { en: 'New sheet', zh: '新建工作表' };
const ALL_SHEETS: Text = { en: 'All sheets', zh: '全部工作表' };
const EARLIER_SHEETS: Text = { en: 'Earlier sheets', zh: '前面的工作表' };
const LATER_SHEETS: Text = { en: 'Later sheets', zh: '后面的工作表' };
const TOOL: Text = { en: 'Tool', zh: '工具' };

/** Nothing of the page lies further out; the engine parks its closed menus there. */
const OFF_PAGE = -1000;

export function nameControls(root: HTMLElement, language: Language): void {
  let waiting = 0;
  const mendSoon = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      mend(root, language);
    });
  };
  new MutationObserver(mendSoon).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['style', 'tabindex', 'aria-expanded'],
  });
  mendSoon();
}

function mend(root: HTMLElement, language: Language): void {
  const say = (text: Text) => text[language];
  for (const canvas of root.querySelectorAll('canvas[tabindex="1"]')) canvas.setAttribute('tabindex', '-1');
  for (const track of root.querySelectorAll('[role="track"], [role="thumb"], [role="handle"]'))
    track.removeAttribute('role');
  for (const control of root.querySelectorAll('[data-u-command]')) {
    const known = COMMANDS[control.getAttribute('data-u-command')!];
    const inner = control.matches('button') ? control : (control.querySelector('input, [type="button"]') ?? control);
    name(inner, say(known ?? TOOL));
  }
  for (const opener of root.querySelectorAll('div[type="button"], a[type="button"]')) {
    if (opener.querySelector('input, button, a, [role="button"]'))
      for (const state of ['aria-expanded', 'aria-haspopup']) opener.removeAttribute(state);
    else if (!opener.hasAttribute('role')) {
      opener.setAttribute('role', 'button');
      opener.setAttribute('tabindex', '0');
      name(opener, say(COMMANDS[opener.closest('[data-u-command]')?.getAttribute('data-u-command') ?? ''] ?? TOOL));
    }
  }
  nameAll(root, '[data-u-comp="defined-name"] input', say(NAME_BOX));
  nameAll(root, '[data-u-comp="defined-name"] a, [data-u-comp="defined-name"] ~ a', say(ALL_NAMES));
  nameAll(root, '[data-u-comp="formula-bar"] button', say(FORMULA_BAR));
  // The last two are there where the tabs have no room.
  const names = [NEW_SHEET, ALL_SHEETS, EARLIER_SHEETS, LATER_SHEETS];
  root
    .querySelectorAll('[data-u-comp="sheet-bar-append-button"] button, button[data-u-comp="sheet-bar-append-button"]')
    .forEach((button, i) => names[i] && name(button, say(names[i])));
  const slider = root.querySelector('a.univer-size-0\\.5');
  if (slider) {
    name(slider, say(ZOOM));
    const buttons = slider.closest('[data-u-comp]')?.parentElement?.querySelectorAll('button:not([aria-label])') ?? [];
    for (const button of buttons) if (button.getBoundingClientRect().width <= 12) name(button, say(ZOOM));
  }
  const zooms = [...root.querySelectorAll('button[data-u-comp="button"]:not([aria-label])')].filter(
    (button) => button.textContent === '',
  );
  zooms.forEach((button, i) => name(button, say(i === 0 ? ZOOM_OUT : ZOOM_IN)));
  for (const input of root.querySelectorAll('input:not([aria-label]):not([type="hidden"])')) name(input, say(TOOL));
  // A second region of one name cannot be told from the first.
  [...document.querySelectorAll('section[aria-label^="Notifications"]')].slice(1).forEach((region, i) => {
    if (!/ \d$/.test(region.getAttribute('aria-label')!)) region.setAttribute('aria-label', `Notifications ${i + 2}`);
  });
  for (const parked of document.querySelectorAll<HTMLElement>(
    '[id^="univer-popup-portal"] section, [id^="univer-popup-portal"] > *',
  ))
    parked.inert = parked.getBoundingClientRect().left < OFF_PAGE;
}

function name(control: Element, text: string): void {
  if (!control.getAttribute('aria-label')) control.setAttribute('aria-label', text);
}

function nameAll(root: HTMLElement, selector: string, text: string): void {
  for (const control of root.querySelectorAll(selector)) name(control, text);
}
