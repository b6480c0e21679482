//! The encoding of a page: byte order mark, what the page declares, else what its bytes look like.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a page a declaration is looked for, in bytes; the standard says 1024, real pages put more before it.
const PRESCAN: usize = 4096;

/// Decodes a page; the flag tells whether bytes were replaced.
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    let (encoding, bom) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (
            declared(bytes)
                .filter(|encoding| fits(encoding, bytes))
                .unwrap_or_else(|| guessed(bytes)),
            0,
        ),
    };
    let (text, replaced) = encoding.decode_without_bom_handling(&bytes[bom..]);
    (text.into_owned(), replaced)
}

/// What `<meta charset>`, `<meta http-equiv>` or an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let labels = ["charset", "encoding"].into_iter().flat_map(|name| label_after(&head, name));
    let encoding = labels.filter_map(|label| Encoding::for_label(label.as_bytes())).next()?;
    // A page whose declaration could be read as ASCII is not in UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

/// The values of `name=value` in `head`, quoted or not.
fn label_after<'a>(head: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    head.match_indices(name).filter_map(move |(at, _)| {
        let value = head[at + name.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        value.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()
    })
}

/// A page that declares UTF-8 and is not: its bytes are believed.
fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    encoding != UTF_8 || mostly_utf8(bytes)
}

/// Whether ill-formed sequences are rare enough to be damage in a page in UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|&byte| byte >= 0xC2).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    wrong <= right
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return encoding;
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    let (encoding, sure) = detector.guess_assess(None, true);
    if sure { encoding } else { WINDOWS_1252 }
}

/// UTF-16 without a mark: markup is ASCII, so every other byte is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let half = head.len() / 2;
    (half > 8).then_some(())?;
    match (zeros(0) * 4 > half * 3, zeros(1) * 4 > half * 3) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}
