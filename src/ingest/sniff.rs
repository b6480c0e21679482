//! What a file is, told by its first bytes: names may lie.

/// What bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Text of some encoding.
    Text,
    /// Packed text, or a packed something.
    Gzip,
    /// A web page.
    Html,
    /// A zipped package, as Word files and EPUB books are.
    Package,
    /// A PDF.
    Pdf,
    /// A format with a name.
    Other(&'static str),
    /// Bytes without meaning to us.
    Binary,
}

const MAGIC: &[(&[u8], &str)] = &[
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ", "an xz archive"),
    (b"\x28\xB5\x2F\xFD", "a zstd archive"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
];

/// Zip, and the OLE container around encrypted Office files.
const PACKAGES: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// How many bytes are looked at.
const HEAD: usize = 64 * 1024;

/// A PDF may begin so late: readers have always allowed it.
const PDF_HEAD: usize = 1024;

/// Tells what `bytes` are.
pub(super) fn sniff(bytes: &[u8]) -> Content {
    if bytes.starts_with(b"\x1F\x8B") {
        return Content::Gzip;
    }
    if memchr::memmem::find(&bytes[..bytes.len().min(PDF_HEAD)], b"%PDF-").is_some() {
        return Content::Pdf;
    }
    if let Some(&(_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Content::Other(name);
    }
    if PACKAGES.iter().any(|magic| bytes.starts_with(magic)) {
        return Content::Package;
    }
    if is_html(bytes) {
        return Content::Html;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if utf16(bytes).is_none() && is_binary(head) {
        Content::Binary
    } else {
        Content::Text
    }
}

/// Whether a page's first tag stands at the begin, after comments and an XML declaration.
fn is_html(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    // The tags are ASCII in every encoding: zeros are the other halves of UTF-16.
    let letters: Vec<u8> = head.iter().copied().filter(u8::is_ascii).filter(|&byte| byte != 0).collect();
    let mut rest = letters.trim_ascii_start();
    while let Some((opening, closing)) = [("<!--", "-->"), ("<?", "?>")]
        .into_iter()
        .find(|(opening, _)| rest.starts_with(opening.as_bytes()))
    {
        let end = memchr::memmem::find(rest, closing.as_bytes()).map_or(rest.len(), |end| end + closing.len());
        rest = rest[end.max(opening.len())..].trim_ascii_start();
    }
    ["<!doctype html", "<html", "<head>", "<body"]
        .iter()
        .any(|tag| rest.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag.as_bytes())))
}

/// More than one byte in ten is a control character that no text has.
fn is_binary(head: &[u8]) -> bool {
    let strange = head
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b))
        .count();
    strange * 10 > head.len()
}

/// The byte order of UTF-16.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Utf16 {
    /// Least significant byte first.
    Little,
    /// Most significant byte first.
    Big,
}

/// The byte order where the bytes are UTF-16: by their mark, or by where the zeros of Latin letters stand.
pub(super) fn utf16(bytes: &[u8]) -> Option<Utf16> {
    if bytes.starts_with(b"\xFF\xFE") {
        return Some(Utf16::Little);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some(Utf16::Big);
    }
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let pairs = head.len() / 2;
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even * 20 > pairs, odd * 20 > pairs) {
        (false, true) if odd * 5 > pairs * 2 => Some(Utf16::Little),
        (true, false) if even * 5 > pairs * 2 => Some(Utf16::Big),
        _ => None,
    }
}
