//! How much is due, on the program's icon: a badge where the system draws one (macOS, some Linux docks), a small
//! picture over the icon on Windows. The title of the window says it everywhere; the page sets that.

use tauri::{AppHandle, Manager};

/// Shows the count; zero takes it away.
pub(crate) fn show(app: &AppHandle, count: u32) {
    let Some(window) = app.get_webview_window("main") else { return };
    #[cfg(not(target_os = "windows"))]
    let shown = window.set_badge_count((count > 0).then_some(i64::from(count)));
    #[cfg(target_os = "windows")]
    let shown = {
        let pixels = (count > 0).then(|| overlay(count));
        let size = SIZE as u32;
        window.set_overlay_icon(pixels.map(|pixels| tauri::image::Image::new_owned(pixels, size, size)))
    };
    if let Err(error) = shown {
        tracing::debug!(%error, "no badge");
    }
}

/// Pixels of the overlay's edge.
#[cfg(any(windows, test))]
const SIZE: usize = 32;

/// The digits and `+`, five rows of three: `1` is ink.
#[cfg(any(windows, test))]
const SIGNS: [[u8; 5]; 11] = [
    [7, 5, 5, 5, 7],
    [2, 6, 2, 2, 7],
    [7, 1, 7, 4, 7],
    [7, 1, 7, 1, 7],
    [5, 5, 7, 1, 1],
    [7, 4, 7, 1, 7],
    [7, 4, 7, 5, 7],
    [7, 1, 1, 2, 2],
    [7, 5, 7, 5, 7],
    [7, 5, 7, 1, 7],
    [0, 2, 7, 2, 0],
];

/// A red disc with the count in white; above 99 it says `9+`.
#[cfg(any(windows, test))]
fn overlay(count: u32) -> Vec<u8> {
    let signs: Vec<usize> = match count {
        0..=9 => vec![count as usize],
        10..=99 => vec![(count / 10) as usize, (count % 10) as usize],
        _ => vec![9, 10],
    };
    const DOT: usize = 3;
    let width = signs.len() * 4 * DOT - DOT;
    let (left, top) = ((SIZE - width) / 2, (SIZE - 5 * DOT) / 2);
    let ink = |x: usize, y: usize| {
        let (Some(x), Some(y)) = (x.checked_sub(left), y.checked_sub(top)) else { return false };
        let (column, row) = (x / DOT, y / DOT);
        let sign = signs.get(column / 4).filter(|_| row < 5 && column % 4 < 3);
        sign.is_some_and(|sign| SIGNS[*sign][row] >> (2 - column % 4) & 1 == 1)
    };
    let middle = SIZE as i64 - 1;
    let inside = |x: usize, y: usize| {
        let (dx, dy) = (2 * x as i64 - middle, 2 * y as i64 - middle);
        dx * dx + dy * dy <= middle * middle
    };
    let pixel = |at: usize| match (at % SIZE, at / SIZE) {
        (x, y) if !inside(x, y) => [0, 0, 0, 0],
        (x, y) if ink(x, y) => [255, 255, 255, 255],
        _ => [179, 38, 30, 255],
    };
    (0..SIZE * SIZE).flat_map(pixel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(count: u32) -> Vec<String> {
        let pixels = overlay(count);
        let sign = |pixel: &[u8]| match (pixel[3], pixel[1]) {
            (0, _) => ' ',
            (_, 255) => '#',
            _ => '.',
        };
        pixels.chunks(4 * SIZE).map(|row| row.chunks(4).map(sign).collect()).collect()
    }

    #[test]
    fn the_overlay_is_a_disc_with_the_digits_in_its_middle() {
        let seven = picture(7);
        assert_eq!((seven.len(), seven[0].trim().len() < 14), (SIZE, true), "{seven:#?}");
        assert_eq!(seven[9].matches('#').count(), 9, "the bar of a seven is three dots wide: {seven:#?}");
        assert_eq!(seven[22].matches('#').count(), 3, "its foot is one: {seven:#?}");
    }

    #[test]
    fn more_than_two_digits_are_nine_and_more() {
        assert_eq!(overlay(100), overlay(2000));
        assert_ne!(overlay(99), overlay(100));
        assert!(picture(48).iter().all(|row| row.len() == SIZE));
    }
}
