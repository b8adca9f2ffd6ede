"""A page in headless Chromium: how wide it is at a given width, what sticks out, and which letters have no glyph."""

import html
import json
import subprocess
from pathlib import Path
from typing import Any

MEASURE = """
function measure() {
  const inner = document.getElementById("page").contentDocument;
  const width = inner.documentElement.clientWidth;
  const out = [];
  for (const element of inner.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    const scrolls = element.parentElement.closest(".displayed");  // a box of its own, which must fit itself
    if (!scrolls && box.width > 0 && (box.right > width + 1 || box.left < -1)) {
      out.push(element.tagName + " " + Math.round(box.right) + ": " + element.textContent.trim().slice(0, 60));
    }
  }
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const context = canvas.getContext("2d", {willReadFrequently: true});
  const drawn = (letter, font) => {
    context.clearRect(0, 0, 40, 40);
    context.font = "24px " + font;
    context.fillText(letter, 4, 28);
    return Array.from(context.getImageData(0, 0, 40, 40).data).join();
  };
  const missing = [];
  const font = inner.defaultView.getComputedStyle(inner.body).fontFamily;
  const none = drawn("\\u{10FFFD}", font);
  for (const letter of new Set(inner.body.textContent)) {
    if (letter.trim() && drawn(letter, font) === none) missing.push(letter);
  }
  const cut = [];
  for (const element of inner.querySelectorAll("mn, mi, mo, mtext")) {
    const style = inner.defaultView.getComputedStyle(element);
    const range = inner.createRange();
    range.selectNodeContents(element);
    context.font = style.fontSize + " " + style.fontFamily;
    const needed = context.measureText(element.textContent).width;
    const shown = range.getBoundingClientRect().width;
    if (element.textContent.length > 1 && shown < 0.8 * needed) cut.push(element.textContent);
  }
  document.getElementById("found").textContent = JSON.stringify({
    width: width, scroll: inner.documentElement.scrollWidth, out: out.slice(0, 20),
    missing: missing, cut: cut.slice(0, 20), control: drawn("\\u{10FFFC}", font) === none,
    pictures: Array.from(inner.images, (image) => image.naturalWidth),
    formulas: inner.querySelectorAll("math").length,
    tall: inner.querySelector("mfrac") ? inner.querySelector("mfrac").getBoundingClientRect().height : 0,
  });
}
"""


def measured(chromium: str, page: Path, width: int, folder: Path) -> dict[str, Any]:
    """What a browser makes of a page in a window of this width: a frame, since a window has a least width."""
    text = html.escape(page.read_text(encoding="utf-8"))
    harness = folder / f"measure-{width}.html"
    harness.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><script>{MEASURE}</script><pre id="found"></pre>'
        f'<iframe id="page" style="border:0;width:{width}px;height:900px" srcdoc="{text}" onload="measure()"></iframe>',
        encoding="utf-8",
    )
    command = [
        chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=20000", f"--window-size={max(width, 500)},900",
        "--dump-dom", harness.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    found = done.stdout.partition('<pre id="found">')[2].partition("</pre>")[0]
    result: dict[str, Any] = json.loads(html.unescape(found))
    return result
