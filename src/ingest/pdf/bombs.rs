//! Streams that grow beyond all measure when they are inflated, found before anything inflates them.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// No honest stream of text, fonts or page trees is larger.
const LARGEST: u64 = 256 << 20;
/// Deflate makes at most 1032 bytes of one.
const RATIO: u64 = 1032;

/// Whether a stream of the file would inflate to more than an honest one.
///
/// Streams that cannot are not looked into, nor pictures: those are never inflated here.
pub(super) fn hides_bomb(file: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(&file[at..], b"stream") {
        let start = at + found + b"stream".len();
        at = start;
        if file[..start].ends_with(b"endstream") {
            continue;
        }
        let data = &file[start..];
        let length = memchr::memmem::find(data, b"endstream").unwrap_or(data.len());
        if is_bomb(dictionary(&file[..start]), &data[..length]) {
            return true;
        }
        at += length;
    }
    false
}

/// The bytes before a stream back to where its object begins.
fn dictionary(before: &[u8]) -> &[u8] {
    let tail = &before[before.len().saturating_sub(4096)..];
    memchr::memmem::rfind(tail, b" obj").map_or(tail, |start| &tail[start..])
}

fn is_bomb(dictionary: &[u8], data: &[u8]) -> bool {
    let n_layers = memchr::memmem::find_iter(dictionary, b"Flate").count() + memchr::memmem::find_iter(dictionary, b"/Fl ").count();
    let is_image = memchr::memmem::find(dictionary, b"/Image").is_some();
    let length = u64::try_from(data.len()).unwrap_or(u64::MAX);
    let most = (0..n_layers).fold(length, |size, _| size.saturating_mul(RATIO));
    if n_layers == 0 || is_image || most <= LARGEST {
        return false;
    }
    let start = data.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    inflates_beyond(Box::new(&data[start..]), n_layers)
}

/// Whether `data`, inflated `n_layers` times, is larger than allowed at any layer.
fn inflates_beyond<'a>(mut data: Box<dyn Read + 'a>, n_layers: usize) -> bool {
    for _ in 0..n_layers.min(8) {
        data = Box::new(ZlibDecoder::new(data).take(LARGEST + 1));
    }
    let mut buffer = vec![0; 1 << 16];
    let mut total = 0;
    while let Ok(read @ 1..) = data.read(&mut buffer) {
        total += u64::try_from(read).unwrap_or(u64::MAX);
    }
    total > LARGEST
}
