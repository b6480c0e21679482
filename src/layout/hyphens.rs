//! Words broken at a line's end: whether the hyphen belongs to the word.

use rustc_hash::FxHashSet;

use super::chars::is_address;

/// The spellings that the document itself uses, of those that its line-end hyphens ask for.
#[derive(Debug, Default)]
pub(super) struct Spellings(FxHashSet<u64>);

/// Second parts of compounds that texts about politics make freely.
const COMPOUND_ENDS: &[&str] = &[
    "led",
    "based",
    "backed",
    "related",
    "wide",
    "driven",
    "run",
    "style",
    "term",
    "made",
    "owned",
    "held",
    "funded",
    "sponsored",
    "linked",
    "level",
    "scale",
    "trained",
    "armed",
    "controlled",
    "affiliated",
    "aligned",
    "free",
    "like",
    "old",
    "year",
    "point",
    "alone",
    "in",
    "up",
    "off",
    "out",
    "to",
    "the",
    "and",
    "by",
    "of",
];

/// First parts that take a hyphen before a word that also stands alone.
const COMPOUND_STARTS: &[&str] = &[
    "non", "anti", "pro", "pre", "post", "self", "ex", "multi", "semi", "quasi", "co", "intra", "trans", "neo", "well", "cross", "high",
    "low", "long", "short",
];

/// Words that others grow from without a hyphen: "under-" in "understand".
const GROWING: &[&str] = &[
    "under", "over", "with", "there", "where", "when", "some", "every", "else", "through", "counter", "inter", "super", "after", "what",
    "then", "here",
];

/// The letters of a word broken by a line-end hyphen, before and after the break.
pub(super) fn broken_word<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let before = before.strip_suffix(['-', '\u{AD}', '\u{2010}'])?;
    let head = &before[before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let tail = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
    (!head.is_empty() && !tail.is_empty()).then_some((head, tail))
}

impl Spellings {
    /// Looks up in `text` what the hyphens between the `breaks` of lines, before and after, ask for.
    pub fn gather<'a>(text: &str, breaks: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut wanted = FxHashSet::default();
        for (head, tail) in breaks.filter_map(|(before, after)| broken_word(before, after)) {
            wanted.extend([key(&[head, tail]), key(&[head, "-", tail]), key(&[head]), key(&[tail])]);
        }
        Self(if wanted.is_empty() {
            wanted
        } else {
            found(text.as_bytes(), &wanted)
        })
    }

    /// Whether two lines are one word, or words that a dash joins: how many bytes of the first to leave out.
    pub fn glue(&self, before: &str, after: &str) -> Option<u32> {
        if let Some((head, tail)) = broken_word(before, after) {
            let is_soft = before.ends_with('\u{AD}');
            let length = before.chars().next_back().map_or(0, char::len_utf8);
            let keeps = !is_soft && self.keeps_hyphen(head, tail);
            return Some(if keeps { 0 } else { u32::try_from(length).unwrap_or(0) });
        }
        if is_address(before) && is_address(after) {
            return None;
        }
        let dash = before.ends_with(['—', '–', '/', '-']);
        let glued = before
            .trim_end_matches(['—', '–', '/', '-'])
            .ends_with(|c: char| !c.is_whitespace());
        (dash && glued && after.starts_with(char::is_alphanumeric)).then_some(0)
    }

    /// Whether the hyphen between `head` and `tail` is printed within a line too.
    pub fn keeps_hyphen(&self, head: &str, tail: &str) -> bool {
        let has = |parts: &[&str]| self.0.contains(&key(parts));
        let is_name = |part: &str| part.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        if is_name(tail) || (head.len() > 1 && !head.contains(char::is_lowercase)) || head.contains(|c: char| c.is_numeric()) {
            return true;
        }
        if has(&[head, tail]) {
            return false;
        }
        if has(&[head, "-", tail]) || (head.len() > 2 && COMPOUND_ENDS.contains(&tail)) {
            return true;
        }
        let lower = head.to_lowercase();
        if COMPOUND_STARTS.contains(&lower.as_str()) && has(&[tail]) {
            return true;
        }
        let grows = GROWING.contains(&lower.as_str());
        has(&[head]) && !grows && ((has(&[tail]) && head.len() > 3 && tail.len() > 3) || head.len() + tail.len() >= 17)
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// A word's key goes on with `byte`; ASCII capitals count as small letters.
fn step(key: u64, byte: u8) -> u64 {
    (key ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
}

/// The key of the word that `parts` make.
fn key(parts: &[&str]) -> u64 {
    parts.iter().flat_map(|part| part.bytes()).fold(START, step)
}

/// Which of the `wanted` keys belong to words of the text; "non-aligned" counts whole and in its parts.
fn found(text: &[u8], wanted: &FxHashSet<u64>) -> FxHashSet<u64> {
    let mut sieve = vec![false; SIEVE];
    wanted.iter().for_each(|&key| sieve[place(key)] = true);
    let mut found = FxHashSet::default();
    let mut keep = |key: u64| {
        if sieve[place(key)] && wanted.contains(&key) {
            found.insert(key);
        }
    };
    let (mut word, mut part, mut at) = (START, START, 0);
    while at < text.len() {
        let byte = text[at];
        if byte.is_ascii_alphanumeric() || (byte >= 0x80 && byte != MARKS) {
            (word, part) = (step(word, byte), step(part, byte));
            at += 1;
            continue;
        }
        let hyphenates = byte == b'-' && word != START;
        let breaks_off = hyphenates && !text.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if part != START && !breaks_off {
            keep(part);
        }
        if word != part && word != START && !hyphenates && text[at - 1] != b'-' {
            keep(word);
        }
        word = if hyphenates { step(word, byte) } else { START };
        part = START;
        at += if byte == MARKS { 3 } else { 1 };
    }
    keep(part);
    keep(word);
    found
}

/// Places of the sieve that spares most words the look-up.
const SIEVE: usize = 1 << 14;

/// The first byte of the dashes and quotation marks of UTF-8; no letter of a European script has it.
const MARKS: u8 = 0xE2;

fn place(key: u64) -> usize {
    usize::try_from(key >> 50).unwrap_or(0)
}
