//! A link as a QR code: the squares that a camera reads, and a picture of them for a conversation.
//! Not here: what the link leads to.

use png::{BitDepth, ColorType, Encoder};
use qrcode::{Color, EcLevel, QrCode};

/// Pixels of one square: a phone shows the picture crisp, a printer has enough of it.
const SCALE: usize = 16;
/// Empty squares around the code; cameras want four (ISO/IEC 18004, 6.3.8).
pub(super) const QUIET: u8 = 4;

/// The squares of a code, row by row.
pub(super) struct Squares {
    /// Squares in a row, and rows.
    pub(super) side: usize,
    dark: Vec<bool>,
}

impl Squares {
    /// The code of a link. A quarter of it may be covered or torn and it still is read.
    ///
    /// # Errors
    /// Only where the link is longer than any code takes, about 1,600 bytes.
    pub(super) fn of(link: &str) -> anyhow::Result<Self> {
        let code = QrCode::with_error_correction_level(link, EcLevel::Q)?;
        let dark = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        Ok(Self { side: code.width(), dark })
    }

    /// Whether the square in this column and row is dark.
    pub(super) fn is_dark(&self, column: usize, row: usize) -> bool {
        self.dark.get(row * self.side + column).copied().unwrap_or_default()
    }
}

/// The code of a link as a PNG in black and white, about 700 pixels wide.
///
/// # Errors
/// Where the link is longer than any code takes.
pub fn qr_png(link: &str) -> anyhow::Result<Vec<u8>> {
    let (squares, quiet) = (Squares::of(link)?, usize::from(QUIET));
    let side = (squares.side + 2 * quiet) * SCALE;
    let mut pixels = vec![u8::MAX; side * side];
    for (place, pixel) in pixels.iter_mut().enumerate() {
        let (column, row) = (place % side / SCALE, place / side / SCALE);
        let inside = column.checked_sub(quiet).zip(row.checked_sub(quiet));
        if inside.is_some_and(|(column, row)| column < squares.side && squares.is_dark(column, row)) {
            *pixel = 0;
        }
    }
    let side = u32::try_from(side)?;
    grey_png(&pixels, (side, side))
}

/// One byte a pixel, row by row, as a PNG of this width and height.
pub(super) fn grey_png(pixels: &[u8], (width, height): (u32, u32)) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(pixels)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://t.me/metodist_bot?start=AAAAAAAAAAAAAAAAAAAAAA";

    #[test]
    fn the_picture_shows_each_square_of_the_code_inside_its_quiet_zone() {
        let bytes = qr_png(LINK).expect("a picture");
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("its size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        let code = QrCode::with_error_correction_level(LINK, EcLevel::Q).expect("a code");
        let (width, side) = (code.width(), usize::try_from(info.width).expect("small"));
        assert_eq!(side, (width + 8) * SCALE);
        assert!(side >= 600 && bytes.len() < 40_000, "{side} pixels, {} bytes", bytes.len());
        for row in 0..width + 8 {
            for column in 0..width + 8 {
                let middle = (row * SCALE + SCALE / 2) * side + column * SCALE + SCALE / 2;
                let is_inside = (4..width + 4).contains(&row) && (4..width + 4).contains(&column);
                let is_dark = is_inside && code[(column - 4, row - 4)] == Color::Dark;
                assert_eq!(pixels[middle] == 0, is_dark, "column {column}, row {row}");
            }
        }
    }
}
