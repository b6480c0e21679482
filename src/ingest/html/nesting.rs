//! How deep a page nests, told before it is parsed: parsers take time by depth times length.

use memchr::memmem;

/// Pages nested deeper are refused; browsers stop at 512.
pub(super) const DEEPEST: usize = 1000;

/// Elements without an end tag, or whose end tag may be left out.
const UNPAIRED: &[&[u8]] = &[
    b"area",
    b"base",
    b"basefont",
    b"bgsound",
    b"body",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"frame",
    b"head",
    b"hr",
    b"html",
    b"img",
    b"input",
    b"keygen",
    b"li",
    b"link",
    b"meta",
    b"optgroup",
    b"option",
    b"p",
    b"param",
    b"path",
    b"rb",
    b"rp",
    b"rt",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"wbr",
];

/// Elements whose content is no markup.
const RAW: &[&[u8]] = &[b"script", b"style", b"textarea", b"title", b"svg"];

/// Whether elements of `html` nest deeper than [`DEEPEST`].
pub(super) fn is_too_deep(html: &str) -> bool {
    let bytes = html.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        at += found + 1;
        if bytes[at..].starts_with(b"!--") {
            at = memmem::find(&bytes[at..], b"-->").map_or(bytes.len(), |end| at + end);
            continue;
        }
        let is_end = bytes.get(at) == Some(&b'/');
        let name = name(&bytes[at + usize::from(is_end)..]);
        if name.is_empty() || UNPAIRED.contains(&name.as_slice()) {
            continue;
        }
        if is_end {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_slice()) {
            let end = [b"</", name.as_slice()].concat();
            at = find_ignoring_case(&bytes[at..], &end).map_or(bytes.len(), |end| at + end + 2);
        } else if !is_closed(&bytes[at..]) {
            depth += 1;
            if depth > DEEPEST {
                return true;
            }
        }
    }
    false
}

/// The name that begins here, in lower case.
fn name(bytes: &[u8]) -> Vec<u8> {
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return Vec::new();
    }
    bytes.iter().take_while(is_name).take(32).map(u8::to_ascii_lowercase).collect()
}

/// Whether the tag that begins here ends in "/>".
fn is_closed(bytes: &[u8]) -> bool {
    memchr::memchr(b'>', bytes).is_some_and(|end| end > 0 && bytes[end - 1] == b'/')
}

fn find_ignoring_case(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let candidates = memchr::memchr_iter(b'<', bytes);
    candidates.into_iter().find(|at| {
        bytes
            .get(*at..at + wanted.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(wanted))
    })
}
