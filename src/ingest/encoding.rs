//! Bytes to text: the encoding found out, nothing lost silently.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::sniff::{Utf16, utf16};
use crate::document::Warning;

/// How many bytes the detector is given.
const SAMPLE: usize = 1 << 20;

/// Decodes `bytes`, without a byte order mark; warns of what had to be replaced or guessed.
pub(super) fn decode(bytes: Vec<u8>, warnings: &mut Vec<Warning>) -> String {
    if let Some(order) = utf16(&bytes) {
        let encoding = if order == Utf16::Little { UTF_16LE } else { UTF_16BE };
        return with(encoding, &bytes, warnings);
    }
    let bytes = without_mark(bytes);
    if simdutf8::basic::from_utf8(&bytes).is_ok() {
        let text = String::from_utf8(bytes).unwrap_or_default();
        warn_of_zeros(&text, warnings);
        return text;
    }
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let whole = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count())
        .sum::<usize>();
    if whole > broken {
        return with(UTF_8, &bytes, warnings);
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], bytes.len() <= SAMPLE);
    let encoding = detector.guess(None, false);
    let name = encoding.name();
    warn(warnings, "encoding_guessed", format!("the text is not UTF-8; read as {name}"));
    with(encoding, &bytes, warnings)
}

fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    bytes
}

fn with(encoding: &'static Encoding, bytes: &[u8], warnings: &mut Vec<Warning>) -> String {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let replaced = text.matches('\u{FFFD}').count();
    if replaced > 0 {
        let line = text.split('\u{FFFD}').next().map_or(1, |before| before.matches('\n').count() + 1);
        let message = format!(
            "{replaced} byte sequences are not valid {}; replaced by U+FFFD, the first on line {line}",
            encoding.name()
        );
        warn(warnings, "invalid_bytes", message);
    }
    warn_of_zeros(&text, warnings);
    text.into_owned()
}

fn warn_of_zeros(text: &str, warnings: &mut Vec<Warning>) {
    let zeros = memchr::memchr_iter(0, text.as_bytes()).count();
    if zeros > 0 {
        warn(
            warnings,
            "control_characters",
            format!("{zeros} NUL characters, left out of the reading text"),
        );
    }
}

/// UTF-8 that was once read as Windows-1252 and written as UTF-8 again: "â€™" for an apostrophe, "Ã©" for "é".
pub(super) fn warn_of_mojibake(text: &str, warnings: &mut Vec<Warning>) {
    let n_pairs = ["â€", "Ã©", "Ã¨", "Ã¡", "Ã³", "Ã¶", "Ã¼", "Ã±", "Ã§", "Â\u{A0}"]
        .iter()
        .map(|pair| memchr::memmem::find_iter(text.as_bytes(), pair.as_bytes()).count())
        .sum::<usize>();
    if n_pairs >= 3 {
        warn(
            warnings,
            "mojibake",
            format!("{n_pairs} characters were decoded twice (\"â€™\" for an apostrophe); convert the original again, as UTF-8"),
        );
    }
}

fn warn(warnings: &mut Vec<Warning>, code: &str, message: String) {
    warnings.push(Warning {
        code: code.to_owned(),
        message,
        page: None,
    });
}
