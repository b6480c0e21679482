// Works the report page as a reader does: every view by mouse and keyboard. Needs Chromium and playwright-core:
//
//   cargo run -- analyze corpus --out results && cargo run -- report results -o report.html
//   npm install --no-save playwright-core        (in any folder on NODE_PATH, or here)
//   CHROMIUM=/usr/bin/chromium node tests/browser/report.mjs report.html
//
// Prints a line a check; ends with status 1 where one fails. The page is expected to show corpus/ (14 briefs, 2023-2025).

import { resolve } from "node:path";
import { chromium } from "playwright-core";

const file = resolve(process.argv[2] ?? "report.html");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
const errors = [];
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("pageerror", (error) => errors.push(String(error)));
let failed = 0;

function check(what, holds) {
  if (!holds) failed += 1;
  console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
}
const number = (selector) => page.locator(selector).count();
const evidence = () => number("#evidence:not([hidden]) li");
async function open(view) {
  await page.goto("about:blank");
  await page.goto(`file://${file}#${view}`);
  await page.waitForSelector("#view h2");
}
/** Types into a field and waits until the view is drawn anew. */
async function type(name, value) {
  await page.fill(`[name=${name}]`, value);
  await page.keyboard.press("Enter");
}
async function saved(button) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`figcaption button:has-text("${button}")`).first().click(),
  ]);
  return download.suggestedFilename();
}

const checks = {
  async overview() {
    check("tiles", (await number(".tiles li")) === 6);
    await page.locator("button.figure").first().click();
    check("a count leads to its sentences", (await evidence()) > 0);
    await page.fill('[aria-label="Find in entities"]', "no such name");
    check("tables are searched", (await number('[aria-label="entities"] tbody tr')) === 0);
  },
  async network() {
    const edges = () => number("line.edge");
    await page.locator("line.edge-target").first().focus();
    await page.keyboard.press("Enter");
    check("an edge by keyboard leads to its sentences", (await evidence()) > 0);
    check("both names stand out", (await number("#evidence li:first-child .focus")) >= 2);
    await page.keyboard.press("Escape");
    check("Escape closes them", (await evidence()) === 0);
    const focused = () =>
      page.evaluate(() => [...document.querySelectorAll("line.edge-target")].indexOf(document.activeElement));
    check("the focus returns", (await focused()) === 0);
    await page.keyboard.press("ArrowRight");
    check("arrow keys move on", (await focused()) === 1);
    await page.locator("line.edge-target").nth(2).dispatchEvent("click");
    check("an edge by click", (await evidence()) > 0);
    const all = await edges();
    await type("q", "0.0001");
    check("filter by q", (await edges()) < all);
    await type("q", "");
    await type("support", "8");
    const supported = await edges();
    check("filter by support", supported > 0);
    await type("least", "20");
    check("filter by measure", (await edges()) < supported);
    await page.uncheck("[value=theme]");
    check("filter by kind", (await number("#view g.theme")) === 0);
    check("saves the drawing", (await saved("Save SVG")) === "co-occurrence-network.svg");
    check("saves the data", (await saved("Save CSV")) === "co-occurrence-network.csv");
    await page.selectOption("select[name=from]", "2025");
    check("filter by period", page.url().includes("from=2025") && (await number("#view h2")) === 1);
  },
  async stances() {
    check("some cells are hatched", (await number('#view rect[fill="url(#hatching)"]')) > 1);
    await page.locator('figure g[role="button"]').first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    check("a cell leads to its sentences, cue marked", (await number("#evidence li mark.cue")) > 0);
  },
  async themes() {
    check("intervals", (await number("path.interval")) > 10);
    await page.locator(".point").first().dispatchEvent("click");
    check("a point leads to its sentences", (await evidence()) > 0);
    await page.selectOption("select[name=by]", "month");
    check("by month", (await number(".point")) > 12 * 5);
  },
  async map() {
    await page.locator(".land.named").first().dispatchEvent("click");
    check("a country leads to its sentences", (await evidence()) > 0);
    await page.click('button[aria-label="Zoom in"]');
    check("zooms", (await number("figure svg > g[transform*=scale]")) === 1);
  },
  async compare() {
    await page.selectOption("#by", "publisher");
    await page.waitForSelector("circle.side-a");
    await page.locator('.side-a[role="button"]').first().dispatchEvent("click");
    check("a mark leads to its sentences", (await evidence()) > 0);
  },
  async concordance() {
    await type("query", "sanction");
    check("finds mentions", (await number("#view tbody tr")) > 10);
    await page.selectOption("select[name=in]", "text");
    check("finds words", (await number("#view tbody tr")) > 10);
    await page.locator("#view tbody a").first().click();
    await page.waitForSelector("article");
    check("a line leads to its place in the document", (await number(".here")) > 0);
  },
  async document() {
    check("highlights", (await number("article mark")) > 50);
    check("notes stand apart", (await number("article .apart")) > 0);
    await page.locator("article mark[data-entity]").first().click();
    check("a mention leads to the others", (await evidence()) > 0);
  },
  async definitions() {
    check("every figure is explained", (await number("dt")) > 15);
  },
};

for (const [view, run] of Object.entries(checks)) {
  await open(view);
  console.log(view);
  await run();
}
check(`no errors ${errors.join("; ")}`, errors.length === 0);
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
