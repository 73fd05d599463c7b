//! Small pictures of pictures: upright, on white, as JPEG.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// Longest side of a thumbnail, in pixels: sharp at 80 on a screen of double density.
const THUMBNAIL: u32 = 200;

/// Longest side of a picture on paper, in pixels.
const ON_PAPER: u32 = 1200;

/// A picture beyond this is a mistake or an attack: 200 megapixels.
const MOST_SIDE: u32 = 20_000;
const MOST_MEMORY: u64 = 800 << 20;

const QUALITY: u8 = 80;

/// A thumbnail as JPEG; `None` where the bytes are no picture that can be read.
pub(crate) fn thumbnail(bytes: &[u8]) -> Option<Vec<u8>> {
    small(bytes, THUMBNAIL)
}

/// The picture as it goes onto paper, as JPEG.
pub(crate) fn shrunk(bytes: &[u8]) -> Option<Vec<u8>> {
    small(bytes, ON_PAPER)
}

fn small(bytes: &[u8], longest: u32) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // Telephones write down how they were held instead of turning the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if picture.width().max(picture.height()) > longest {
        picture = picture.thumbnail(longest, longest);
    }
    picture.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&on_white(&picture)).ok()?;
    Some(jpeg)
}

/// What is transparent (a signature, a picture of the screen) would otherwise be black.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, a] = picture.get_pixel(x, y).0.map(u32::from);
        let over = |c: u32| u8::try_from((c * a + 255 * (255 - a)) / 255).unwrap_or(u8::MAX);
        Rgb([over(r), over(g), over(b)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let picture = RgbaImage::from_fn(width, height, |x, _| Rgba([0, 0, 0, if x < width / 2 { 0 } else { 255 }]));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).expect("a picture");
        bytes.into_inner()
    }

    #[test]
    fn a_thumbnail_keeps_the_shape_and_is_white_where_nothing_was() {
        let small = image::load_from_memory(&thumbnail(&png(800, 400)).expect("a thumbnail")).expect("a JPEG");
        assert_eq!((small.width(), small.height()), (200, 100));
        let [left, right] = [10, 190].map(|x| small.to_rgb8().get_pixel(x, 50).0[0]);
        assert!(left > 240 && right < 15, "{left} {right}");
    }

    #[test]
    fn a_small_picture_is_not_blown_up() {
        let small = image::load_from_memory(&thumbnail(&png(40, 20)).expect("a thumbnail")).expect("a JPEG");
        assert_eq!((small.width(), small.height()), (40, 20));
    }

    #[test]
    fn what_is_no_picture_has_none() {
        assert_eq!(thumbnail(b"%PDF-1.7"), None);
        assert_eq!(thumbnail(&png(40, 20)[..60]), None);
    }
}
