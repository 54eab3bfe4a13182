// The page in a real browser: node browser_test.mjs NODE_MODULES CHROMIUM EXAMPLE.html HOSTILE.html [SCREENSHOT.png]
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, executablePath, example, hostile, screenshot] = process.argv.slice(2);
const { chromium } = createRequire(join(resolve(modules), "x.js"))("playwright-core");
const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-lcd-text"];
const browser = await chromium.launch({ executablePath, args });
let failed = 0;

/// Opens a view in a fresh page; errors of the page, and anything that it asks of the network, fail the test.
async function visit(file, hash, body, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => !/^(file|data|blob):/.test(request.url()) && faults.push(`asked for ${request.url()}`));
  try {
    await page.goto(`file://${resolve(file)}${hash}`);
    await page.waitForSelector("html[data-ready]");
    await body(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

async function test(name, run) {
  try {
    await run();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}

const data = (page) => page.evaluate(() => JSON.parse(document.getElementById("data").textContent));

await test("overview: figures, charts, small and soon there", () =>
  visit(example, "", async (page) => {
    const { totals } = await data(page);
    assert.ok(totals.statements > 20);
    const figures = await page.locator(".figures").innerText();
    assert.ok(figures.includes(String(totals.articles)) && figures.includes(String(totals.statements)));
    assert.ok((await page.locator(".chart").count()) >= 5);
    assert.ok(statSync(example).size < 10e6);
    console.log(`     opened in ${await page.getAttribute("html", "data-ready")} ms, ${statSync(example).size} bytes`);
  }));

await test("search by keys alone, entity page, then the sentence in its article", () =>
  visit(example, "", async (page) => {
    const { entities, statements } = await data(page);
    const busy = statements.map((s) => s[0]).sort((a, b) => statements.filter((s) => s[0] === b).length - statements.filter((s) => s[0] === a).length)[0];
    await page.keyboard.press("/");
    await page.keyboard.type(entities[busy].l);
    await page.waitForSelector(".results li[aria-selected=true]");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".entity-page");
    assert.equal(await page.locator("h1").innerText(), entities[busy].l);
    const statement = page.locator(".statement").first();
    if (!(await statement.getAttribute("open").then((open) => open !== null))) await statement.locator("summary").press("Enter");
    assert.ok((await statement.locator(".sentence").first().innerText()).length > 10);
    assert.ok((await statement.locator("mark.subject, mark.object").count()) > 0);
    await statement.locator(".source a").first().click();
    await page.waitForSelector(".article-page [data-target]");
    assert.ok((await page.locator(".claims .claim").count()) > 0, "the sentence shows what it says");
  }));

await test("articles: full text, furniture greyed, names underlined, claims on focus", () =>
  visit(example, "#/articles", async (page) => {
    const { articles } = await data(page);
    const id = articles.findIndex((a) => a.b?.some((block) => block[2] === "furniture"));
    assert.ok(id >= 0);
    await page.goto(`file://${resolve(example)}#/article/${id}`);
    await page.waitForSelector(".article-page .furniture");
    assert.ok((await page.locator(".mention").count()) > 3);
    await page.locator(".bears").first().focus();
    assert.ok((await page.locator(".claims .claim").count()) > 0);
  }));

await test("graph: select, expand, filter by stance and relation, hide a kind", () =>
  visit(example, "#/graph", async (page) => {
    const shown = () => page.evaluate(() => document.querySelector(".picture").graph.nodes().length);
    const all = await shown();
    assert.ok(all > 20);
    await page.locator(".nodes button").first().click();
    assert.ok((await page.locator(".panel .statement").count()) > 0);
    await page.getByRole("button", { name: "Only this and its neighbours" }).click();
    const few = await shown();
    assert.ok(few > 1 && few < all);
    await page.getByRole("button", { name: "Show the best connected again" }).click();
    assert.equal(await shown(), all);
    await page.locator(".choice summary", { hasText: "Stance" }).click();
    await page.locator(".options label", { hasText: "reported" }).click();
    const reported = await shown();
    assert.ok(reported > 0 && reported < all);
    await page.getByRole("button", { name: "Clear filters" }).click();
    assert.equal(await shown(), all);
    await page.locator(".key", { hasText: "organizations" }).click();
    assert.ok((await shown()) < all);
  }));

if (screenshot) {
  await test("a picture of the example", () =>
    visit(example, "#/graph", async (page) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: screenshot });
      assert.ok(statSync(screenshot).size < 200e3);
    }, { viewport: { width: 1140, height: 720 } }));
}

await test("timeline and forecasts", () =>
  visit(example, "#/timeline", async (page) => {
    const dated = await page.locator(".timeline .statement").count();
    assert.ok(dated > 3);
    await page.locator(".switch input").check();
    const forecasts = await page.locator(".timeline .statement").count();
    assert.notEqual(forecasts, dated);
  }));

await test("queries: tables and text", () =>
  visit(example, "#/queries", async (page) => {
    assert.ok((await page.locator(".query table").count()) > 3);
    assert.match(await page.locator(".query pre").first().textContent(), /SELECT/);
  }));

for (const colorScheme of ["light", "dark"]) {
  await test(`a phone, ${colorScheme}: no view is wider than the screen`, () =>
    visit(example, "", async (page) => {
      for (const view of ["", "graph", "entities", "articles", "timeline", "queries", "entity/1", "article/1", "about"]) {
        await page.evaluate((to) => (location.hash = `#/${to}`), view);
        await page.waitForTimeout(150);
        const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= screen, `${view || "overview"}: ${wide} of ${screen}`);
      }
    }, { viewport: { width: 390, height: 844 }, colorScheme }));
}

await test("text of articles is never markup, in any view", () =>
  visit(hostile, "", async (page) => {
    const { entities, articles } = await data(page);
    const views = ["", "graph", "entities", "articles", "timeline", "queries", "about",
      ...entities.map((_, id) => `entity/${id}`), ...entities.map((_, id) => `graph/${id}`), ...articles.map((_, id) => `article/${id}`)];
    for (const view of views) {
      await page.evaluate((to) => (location.hash = `#/${to}`), view);
      await page.waitForTimeout(60);
      const found = await page.evaluate(() => ({
        hacked: window.hacked,
        elements: document.querySelectorAll("main script, main img, main b, main i, [onclick], [onerror]").length,
        links: [...document.querySelectorAll("a[href]")].filter((a) => !/^(#|https?:)/.test(a.getAttribute("href"))).length,
      }));
      assert.deepEqual(found, { hacked: undefined, elements: 0, links: 0 }, view);
    }
    assert.ok((await page.locator("main").innerText()).includes("<script>"), "it is shown as what it is");
    await page.evaluate(() => (location.hash = "#/"));
    await page.waitForSelector(".conflicts .sides");
  }));

await test("nothing but the page itself: no address of elsewhere is loaded", async () => {
  const page = readFileSync(example, "utf8");
  assert.ok(page.includes("default-src 'none'"));
  assert.ok(!/<(?:link|img|iframe|script)[^>]+(?:src|href)=/i.test(page.slice(0, page.indexOf("<style>"))));
});

await browser.close();
process.exit(failed ? 1 : 0);
