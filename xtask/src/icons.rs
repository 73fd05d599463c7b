//! Draws the icons of the window and the installers from their two SVG sources.
//!
//! ICO and ICNS are only envelopes round PNG files, so they are packed here.

use crate::shell::{Failure, Outcome, Step, root};
use std::path::Path;

/// Up to this size the simple drawing is used: in the full one the handset would be a smudge.
const SMALL: u32 = 24;
const WINDOWS: [u32; 7] = [16, 20, 24, 32, 48, 64, 256];
/// macOS: the type of an entry and its size in pixels.
const MACOS: [(&[u8; 4], u32); 7] =
    [(b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512)];
const FILES: [(&str, u32); 4] = [("32x32.png", 32), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512)];

/// Writes every file that `tauri.conf.json` names.
///
/// # Errors
/// `rsvg-convert` is missing (Debian: librsvg2-bin), or a file cannot be written.
pub(crate) fn draw() -> Outcome {
    let folder = root().join("icons");
    for (name, size) in FILES {
        std::fs::write(folder.join(name), png(&folder, size)?)?;
    }
    std::fs::write(folder.join("icon.ico"), ico(&folder)?)?;
    std::fs::write(folder.join("icon.icns"), icns(&folder)?)?;
    println!("drawn: {}", folder.display());
    Ok(())
}

fn png(folder: &Path, size: u32) -> Outcome<Vec<u8>> {
    let source = folder.join(if size <= SMALL { "icon-small.svg" } else { "icon.svg" });
    let drawn = crate::shell::out(&format!("icon-{size}.png"))?;
    let (source, size) = (source.to_string_lossy().into_owned(), size.to_string());
    let to = drawn.to_string_lossy().into_owned();
    Step::new("rsvg-convert", ["--width", &size, "--height", &size, "--output", &to, &source])
        .read()
        .map_err(|failure| Failure::new(format!("{failure}\nrsvg-convert is needed (Debian: librsvg2-bin)")))?;
    Ok(std::fs::read(drawn)?)
}

/// Header, directory, then the pictures; numbers little-endian, a size of 256 written as 0.
fn ico(folder: &Path) -> Outcome<Vec<u8>> {
    let count = WINDOWS.len() as u16;
    let mut head: Vec<u8> = [0, 1, count].into_iter().flat_map(u16::to_le_bytes).collect();
    let mut pictures = Vec::new();
    for size in WINDOWS {
        let picture = png(folder, size)?;
        let offset = 6 + 16 * u32::from(count) + pictures.len() as u32;
        head.extend([(size % 256) as u8, (size % 256) as u8, 0, 0, 1, 0, 32, 0]);
        head.extend((picture.len() as u32).to_le_bytes());
        head.extend(offset.to_le_bytes());
        pictures.extend(picture);
    }
    head.extend(pictures);
    Ok(head)
}

/// `icns`, the length of all, then type, length and picture of each entry; numbers big-endian.
fn icns(folder: &Path) -> Outcome<Vec<u8>> {
    let mut entries = Vec::new();
    for (kind, size) in MACOS {
        let picture = png(folder, size)?;
        entries.extend(kind);
        entries.extend((picture.len() as u32 + 8).to_be_bytes());
        entries.extend(picture);
    }
    let mut file = b"icns".to_vec();
    file.extend((entries.len() as u32 + 8).to_be_bytes());
    file.extend(entries);
    Ok(file)
}
