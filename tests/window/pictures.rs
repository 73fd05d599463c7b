//! The pictures of the help. Each is held against the program by the words that stand on it: fonts and webviews differ from
//! machine to machine, words do not. With `HUIFANG_BLESS=1` they are taken anew (`cargo xtask pictures`).

use crate::window::Window;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Rgb, RgbImage};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A page that has not been painted after so many pictures never will be.
const LOOKS: usize = 50;
/// The colour of the frames, as [`MARK`] draws them.
const FRAME: [u8; 3] = [0xd6, 0x33, 0x6c];

/// The pictures of one walk through the program.
pub struct Album<'a> {
    window: &'a Window,
    takes_anew: bool,
    taken: BTreeSet<String>,
    /// What no longer shows the program as it is, and why.
    stale: Vec<String>,
}

impl<'a> Album<'a> {
    /// Listens from now on to whether the page is at rest.
    pub fn open(window: &'a Window) -> Self {
        let takes_anew = std::env::var_os("HUIFANG_BLESS").is_some_and(|value| value == "1");
        window.until("the page to be listened to", &format!("({LISTEN})()"));
        Self { window, takes_anew, taken: BTreeSet::new(), stale: Vec::new() }
    }

    /// One picture: the elements `of` and what lies between them, with the numbers ①②③ on the elements `marks` (selectors of CSS).
    pub fn take(&mut self, name: &str, of: &str, marks: &[&str]) {
        for selector in [of].iter().chain(marks) {
            let there = format!("document.querySelector({})?.getClientRects().length > 0", json!(selector));
            self.window.until(&format!("{selector} in the picture {name}"), &there);
        }
        self.window.until("the page to be at rest", &format!("({AT_REST})()"));
        let words = self.answer(&format!("({WORDS})({})", json!(of)));
        let words = words.as_str().unwrap_or_default();
        self.taken.insert(name.to_owned());
        if self.takes_anew {
            let drawn = self.answer(&format!("({MARK})({}, {})", json!(of), json!(marks)));
            let picture = self.painted(name, &drawn["frames"]);
            self.answer(&format!("({UNMARK})()"));
            write(&file(name, "png"), &cropped(&picture, &drawn["part"]));
            write(&file(name, "txt"), words.as_bytes());
        } else {
            self.compare(name, words);
        }
    }

    /// What an expression is worth that is never null. A driver that is busy may drop a question: it is asked again.
    fn answer(&self, expression: &str) -> Value {
        let answer = (0..LOOKS).map(|_| self.window.ask(expression)).find(|answer| !answer.is_null());
        answer.unwrap_or_else(|| panic!("the page does not answer: {expression}"))
    }

    /// The page as it is seen once the marks are painted and nothing more comes: a webview paints layer by layer when it has time,
    /// and shows the page before until then.
    fn painted(&self, name: &str, frames: &Value) -> RgbImage {
        let frames = frames.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut before = None;
        for _ in 0..LOOKS {
            let png = self.window.photograph();
            if before.as_ref() == Some(&png) {
                let picture = image::load_from_memory(&png).expect("a picture can be read").into_rgb8();
                if frames.iter().all(|frame| shows(&picture, frame)) {
                    return picture;
                }
            }
            before = Some(png);
        }
        panic!("a mark of the picture {name} cannot be seen: {frames:?}");
    }

    fn compare(&mut self, name: &str, words: &str) {
        let stored = std::fs::read_to_string(file(name, "txt")).unwrap_or_default();
        if !file(name, "png").exists() {
            self.stale.push(format!("{name}: there is no picture"));
        } else if stored != words {
            self.stale.push(format!("{name}: {}", difference(&stored, words)));
        }
    }

    /// Ends the walk. Pictures that it did not take are of no scene any more.
    ///
    /// # Panics
    /// A picture no longer shows what the program shows.
    pub fn close(mut self) {
        let kept: Vec<String> = stored().into_iter().filter(|name| !self.taken.contains(name)).collect();
        for name in kept {
            if self.takes_anew {
                // One of the two may be missing: gone is gone.
                let _ = std::fs::remove_file(file(&name, "png"));
                let _ = std::fs::remove_file(file(&name, "txt"));
            } else {
                self.stale.push(format!("{name}: no scene shows it"));
            }
        }
        let stale = self.stale.join("\n");
        assert!(stale.is_empty(), "pictures of the help are stale; `cargo xtask pictures` takes them anew:\n{stale}");
    }
}

/// The pixel at a place (shares of width and height).
fn pixel(picture: &RgbImage, place: &Value, at: usize) -> u32 {
    let of = [picture.width(), picture.height()][at % 2];
    (place[at].as_f64().unwrap_or_default() * f64::from(of)).round() as u32
}

/// Whether the frame of a mark is painted there.
fn shows(picture: &RgbImage, place: &Value) -> bool {
    let found = picture.get_pixel_checked(pixel(picture, place, 0), pixel(picture, place, 1));
    found.is_some_and(|Rgb(colour)| colour.iter().zip(FRAME).all(|(seen, drawn)| seen.abs_diff(drawn) < 16))
}

/// The part of a picture that lies there (left, top, width, height).
fn cropped(picture: &RgbImage, part: &Value) -> Vec<u8> {
    let [left, top, width, height] = [0, 1, 2, 3].map(|at| pixel(picture, part, at));
    let mut png = Vec::new();
    // Even colours are smallest without a filter.
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::NoFilter);
    let part = image::imageops::crop_imm(picture, left, top, width, height).to_image();
    part.write_with_encoder(encoder).expect("a picture can be written");
    png
}

/// The first line in which the words differ.
fn difference(stored: &str, words: &str) -> String {
    let count = stored.lines().count().max(words.lines().count());
    let pairs = (0..count).map(|at| (stored.lines().nth(at).unwrap_or("-"), words.lines().nth(at).unwrap_or("-")));
    let mut said = String::from("the words differ");
    if let Some((at, (before, now))) = pairs.enumerate().find(|(_, (before, now))| before != now) {
        let _ = write!(said, " from line {}: {before:?} stood there, now {now:?}", at + 1);
    }
    said
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/help/pictures")
}

fn file(name: &str, kind: &str) -> PathBuf {
    folder().join(format!("{name}.{kind}"))
}

fn write(file: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(folder()).expect("the folder of the pictures can be made");
    std::fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// The names of the pictures that are kept.
fn stored() -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    names.collect()
}

/// Notes when the page last changed and how many answers it waits for; the webview brings commands over `fetch`.
const LISTEN: &str = "() => {
    if (window.rest) return true;
    const rest = window.rest = { changed: performance.now(), waiting: 0 };
    const note = () => { rest.changed = performance.now(); };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const ask = window.fetch;
    window.fetch = (...all) => {
        rest.waiting += 1;
        return ask(...all).finally(() => { rest.waiting -= 1; note(); });
    };
    return true;
}";

/// Nothing is awaited, and nothing has changed for longer than the page waits before it asks (the slowest is a search).
const AT_REST: &str = "() => window.rest.waiting === 0 && performance.now() - window.rest.changed > 400";

/// What is read on the part that is shown: its text, then what stands in its fields. How the text is broken into lines is kept,
/// blanks are not. Of a long list
/// the first rows count: how many it keeps ready below the edge depends on how it came to be drawn.
const WORDS: &str = "(of) => {
    const all = [...document.querySelectorAll(of)];
    const boxes = all.filter((box) => !all.some((other) => other !== box && other.contains(box)));
    const fields = boxes.flatMap((box) => [...box.querySelectorAll('input:not([type=checkbox]):not([type=radio]), textarea')]);
    const seen = fields.filter((field) => field.getClientRects().length > 0);
    const lists = [...document.querySelectorAll('[role=listbox]')];
    const below = lists.flatMap((list) => [...list.querySelectorAll('[role=option]')].slice(5)).map((row) => [row, row.style.display]);
    below.forEach(([row]) => { row.style.display = 'none'; });
    const read = boxes.map((box) => box.innerText);
    below.forEach(([row, display]) => { row.style.display = display; });
    const texts = [...read, ...seen.map((field) => field.value || field.placeholder)];
    const lines = texts.join('\\n').split('\\n').map((line) => line.replace(/\\s+/g, ' ').trim());
    return lines.filter(Boolean).join('\\n') + '\\n';
}";

/// Draws a frame with its number round each element, inside the part that is shown, and tells where that part lies and where the
/// left edge of each frame is, as shares of the page. The notice of what was saved last belongs to no picture, nor does
/// a cursor that blinks; a lock hides what does not carry its mark.
const MARK: &str = "(of, marks) => {
    document.getElementById('marks')?.remove();
    const layer = document.createElement('div');
    layer.id = 'marks';
    layer.dataset.lock = '';
    layer.style.cssText = 'position:fixed;inset:0;z-index:99999;pointer-events:none';
    layer.innerHTML = '<style>[data-testid=notice-bar] { visibility: hidden } * { caret-color: transparent !important; transition: none !important }</style>';
    const boxes = [...document.querySelectorAll(of)].map((box) => box.getBoundingClientRect());
    const edge = {
        left: Math.max(0, Math.min(...boxes.map((box) => box.left))),
        top: Math.max(0, Math.min(...boxes.map((box) => box.top))),
        right: Math.min(innerWidth, Math.max(...boxes.map((box) => box.right))),
        bottom: Math.min(innerHeight, Math.max(...boxes.map((box) => box.bottom))),
    };
    const frames = marks.map((mark, at) => {
        const box = document.querySelector(mark).getBoundingClientRect();
        const left = Math.max(box.left - 4, edge.left + 2);
        const top = Math.max(box.top - 4, edge.top + 2);
        const right = Math.min(box.right + 4, edge.right - 2);
        const bottom = Math.min(box.bottom + 4, edge.bottom - 2);
        const frame = document.createElement('div');
        frame.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${right - left}px;height:${bottom - top}px;border:3px solid #d6336c;border-radius:8px`;
        const number = document.createElement('b');
        number.textContent = at + 1;
        const aside = [Math.max(-14, edge.left - left), Math.max(-14, edge.top - top)];
        number.style.cssText = `position:absolute;left:${aside[0]}px;top:${aside[1]}px;width:24px;height:24px;border-radius:50%;background:#d6336c;color:#fff;font:700 15px/24px sans-serif;text-align:center`;
        frame.append(number);
        layer.append(frame);
        return [(left + 1) / innerWidth, (top + bottom) / 2 / innerHeight];
    });
    document.body.append(layer);
    const { left, top, right, bottom } = edge;
    return { frames, part: [left / innerWidth, top / innerHeight, (right - left) / innerWidth, (bottom - top) / innerHeight] };
}";

const UNMARK: &str = "() => { document.getElementById('marks')?.remove(); return true; }";
