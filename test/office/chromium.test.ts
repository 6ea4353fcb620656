import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { type WatchedPage, launchBrowser, newPage } from '../support/browser';
import { LONGEST_WAIT, eventually } from '../support/within';
import { playExcelIn } from './host/page';
import { Book } from './workbook/book';
import { attach } from './workbook/open';
import { documentOf } from './workbook/workbook';

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>CustomFunctions.associate('ADD', (a, b) => [[a[0][0] + b[0][0]]]);</script>
<button disabled>写入</button><output></output>
<script>
  const show = (text) => (document.querySelector('output').textContent = text);
  Office.onReady(({ host }) => {
    const button = document.querySelector('button');
    button.onclick = () => Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').formulas = [['=RZRQ.ADD(0.5,0.25)', '=A1*2'], ['=RZRQ.ADD(B1,1)', '']];
      await context.sync();
      show(host);
    });
    button.disabled = false;
    Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => {
        const range = context.workbook.getSelectedRange();
        range.load('address');
        await context.sync();
        show(range.address);
      });
      await context.sync();
    });
  });
</script>`;

let browser: Browser;
let server: Server;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  watched = await newPage(browser);
});
afterAll(async () => {
  await watched.close();
  await browser.close();
  server.close();
});

test('a click in the page writes through the real Excel.run, functions run in the page, the book shows the results', async () => {
  const { page } = watched;
  const book = new Book();
  const excel = await playExcelIn(page, { document: documentOf(book) });
  const parameters = Array.from({ length: 2 }, () => ({ dimensionality: 'matrix' }));
  attach(book, excel, { metadata: { functions: [{ id: 'ADD', parameters }] } });
  await page.goto(excel.address(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  await excel.ready;
  await page.getByRole('button').click();
  await page.getByText('Excel', { exact: true }).waitFor();
  await book.settled();
  expect(book.values('A1:B2')).toEqual([
    [0.75, 1.5],
    [2.5, null],
  ]);

  // Nobody says when the page has begun to listen.
  await eventually(LONGEST_WAIT, 'the page to hear of the selection', () => {
    book.select('Sheet1', 'B2');
    return page.getByText('Sheet1!B2').isVisible();
  });
});
